import { describe, expect, it } from 'vitest'
import { Findings, type LevelFacts, type PatientFacts, screen } from '../src/index.ts'
import { readTable, rowFor } from './decision-table.ts'

type Kind = { outcome: string; retropulsed: boolean; ways: readonly Partial<LevelFacts>[] }

const patient: PatientFacts = {
  painSeverity: 'severe',
  qualityOfLifeLimited: true,
  careResponse: 'failed',
  careModalities: ['bracing'],
  careDays: 21,
}
const allMet = { mriFinding: 'acute', retropulsion: 'none' } as const

const kinds = {
  meets: {
    outcome: 'meets',
    retropulsed: false,
    ways: [allMet, { mriMarrowEdema: true, retropulsion: 'none', cause: 'malignancy' }],
  },
  surgeon: {
    outcome: 'needs-surgeon-review',
    retropulsed: false,
    ways: [
      { mriFinding: 'indeterminate', retropulsion: 'none' },
      { mriFinding: 'acute', retropulsion: 'mild' },
      { ...allMet, cause: 'high-energy-trauma' },
      { mriFinding: 'chronic', retropulsion: 'none', cause: 'benign-lesion' },
    ],
  },
  'surgeon, retropulsed': {
    outcome: 'needs-surgeon-review',
    retropulsed: true,
    ways: [{ mriFinding: 'acute', retropulsion: 'significant', cause: 'benign-lesion' }],
  },
  lacking: {
    outcome: 'insufficient-information',
    retropulsed: false,
    ways: [{}, { mriFinding: 'acute' }, { mriFinding: 'indeterminate' }],
  },
  'not met': {
    outcome: 'does-not-meet',
    retropulsed: false,
    ways: [{ mriFinding: 'chronic', retropulsion: 'none' }, { mriFinding: 'no-fracture' }],
  },
  'not met, retropulsed': {
    outcome: 'does-not-meet',
    retropulsed: true,
    ways: [
      { mriFinding: 'acute', retropulsion: 'significant' },
      { canalCompromisePercent: 20 },
      { mriFinding: 'chronic', retropulsion: 'significant' },
    ],
  },
} as const satisfies Record<string, Kind>
type KindName = keyof typeof kinds
const names = Object.keys(kinds) as KindName[]

/** Written by hand for every two kinds: M meets, R needs surgeon review, I insufficient information, D does not meet. */
const ofTwo: Record<KindName, Record<KindName, string>> = {
  meets: pairs('M R R M M R'),
  surgeon: pairs('R R R R R R'),
  'surgeon, retropulsed': pairs('R R R R R R'),
  lacking: pairs('M R R I I I'),
  'not met': pairs('M R R I D D'),
  'not met, retropulsed': pairs('R R R I D D'),
}

function pairs(row: string): Record<KindName, string> {
  const letters = row.split(' ')
  return Object.fromEntries(names.map((name, at) => [name, letters[at] ?? '?'])) as Record<
    KindName,
    string
  >
}

const letterOf: Record<string, string> = {
  meets: 'M',
  'needs-surgeon-review': 'R',
  'insufficient-information': 'I',
  'does-not-meet': 'D',
}

const ofSeveral = readTable(`
one meets | one for the surgeon | one significantly retropulsed | one lacking facts | outcome
yes       | yes                 | any                           | any               | R
yes       | any                 | yes                           | any               | R
yes       | any                 | any                           | any               | M
no        | yes                 | any                           | any               | R
no        | no                  | any                           | yes               | I
no        | no                  | any                           | no                | D
`)

const names3 = ['T11', 'T12', 'L1'] as const
const ways = names.flatMap((name) => kinds[name].ways.map((facts) => ({ name, facts })))

function screened(chosen: readonly { name: KindName; facts: Partial<LevelFacts> }[]) {
  const levels = chosen.map(
    ({ facts }, at): LevelFacts => ({ level: names3[at] ?? 'L2', ...facts }),
  )
  const result = screen(Findings.parse({ assessedOn: '2028-03-10', patient, levels }))
  const asRealised = result.levels.every(({ outcome, criteria }, at) => {
    const kind: Kind | undefined = kinds[chosen[at]?.name ?? 'meets']
    const retropulsed = criteria[2]?.status === 'not-met'
    return outcome === kind?.outcome && retropulsed === kind.retropulsed
  })
  return asRealised ? letterOf[result.outcome] : `levels came out otherwise: ${result.outcome}`
}

const yesOrNo = (is: boolean) => (is ? 'yes' : 'no')
const expectedOf = (chosen: readonly { name: KindName }[]) => {
  const some = (is: (kind: Kind) => boolean) => yesOrNo(chosen.some(({ name }) => is(kinds[name])))
  return rowFor(ofSeveral, {
    'one meets': some(({ outcome }) => outcome === 'meets'),
    'one for the surgeon': some(({ outcome }) => outcome === 'needs-surgeon-review'),
    'one significantly retropulsed': some(({ retropulsed }) => retropulsed),
    'one lacking facts': some(({ outcome }) => outcome === 'insufficient-information'),
  }).answer
}

describe("a screening's outcome from its levels", () => {
  it('is its only level for each of the 15 ways in which a level can come out', () => {
    const wrong = ways.filter((one) => screened([one]) !== letterOf[kinds[one.name].outcome])
    expect([ways.length, wrong]).toEqual([15, []])
  })

  it('is as written by hand for all 225 ordered pairs of them', () => {
    const all = ways.flatMap((one) => ways.map((two) => [one, two] as const))
    const wrong = all.filter((pair) => screened(pair) !== ofTwo[pair[0].name][pair[1].name])
    expect([all.length, wrong]).toEqual([225, []])
  })

  it('follows the table in words for all 3375 ordered triples of them', () => {
    const all = ways.flatMap((one) => ways.flatMap((two) => ways.map((three) => [one, two, three])))
    const wrong = all.filter((triple) => screened(triple) !== expectedOf(triple))
    expect([all.length, wrong.slice(0, 3)]).toEqual([3375, []])
  }, 120_000)
})
