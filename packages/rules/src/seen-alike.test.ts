import { describe, expect, it } from 'vitest'
import type { Seen } from './criterion.ts'
import { CareModality, type Fact, MriFinding, PainSeverity, PosteriorWall } from './facts.ts'
import { isLevelFact } from './questions.ts'
import { memoryOf } from './remembered.ts'
import { patternOf, placeOfSeen, type Tellable, tellingOf } from './seen-alike.ts'

const numbers = [0, 1, 7.6, 125, 126, 127, 1000]
const days = ['1900-01-01', '2026-11-20', '2026-11-21', '2199-12-31']
const care = [[], ...CareModality.options.map((one) => [one]), ['bracing', 'other']]

const told: [Tellable, readonly unknown[]][] = [
  ['mriFinding', MriFinding.options],
  ['posteriorWall', PosteriorWall.options],
  ['mriNotPossible', [true, false]],
  ['careModalities', [...care, ['other', 'bracing']]],
  ['canalCompromisePercent', numbers],
  ['painScore', numbers],
  ['onsetOn', days],
  ['oldestFractureDays', numbers],
]

const nothing: Seen = {
  assessedOn: '2026-11-21',
  patient: {},
  level: {},
  oldestFractureDays: undefined,
}

function seeing(seen: Seen, name: Tellable, value: unknown): Seen {
  if (value === undefined) return seen
  if (name === 'oldestFractureDays') return { ...seen, [name]: value as number }
  const whose = isLevelFact(name as Fact) ? 'level' : 'patient'
  return { ...seen, [whose]: { ...seen[whose], [name]: value } }
}

describe('what is seen', () => {
  it.each(told)(
    'is told apart by every value of %s, and by what is told beside it',
    (name, values) => {
      const memory = memoryOf()
      const beside = ['painSeverity', name, 'qualityOfLifeLimited'] as const
      const pattern = patternOf(beside.map(tellingOf))
      const all = [undefined, ...values].flatMap((value) =>
        [undefined, ...PainSeverity.options].flatMap((severity) =>
          [undefined, true, false].map((limited) => [value, severity, limited] as const),
        ),
      )
      const places = all.map(([value, severity, limited]) => {
        const seen = seeing(nothing, name, value)
        const patient = { ...seen.patient, ...(severity && { painSeverity: severity }) }
        const whole = {
          ...seen,
          patient: limited === undefined ? patient : { ...patient, qualityOfLifeLimited: limited },
        }
        return placeOfSeen(memory, pattern, whole)
      })
      expect(new Set(places).size).toBe(all.length)
    },
  )

  it('is told apart in as many numbers as it takes, and alike found again', () => {
    const memory = memoryOf()
    const pattern = patternOf((['onsetOn', 'mriPerformedOn', 'assessedOn'] as const).map(tellingOf))
    const place = (onsetOn: string, mriPerformedOn: string, assessedOn: string) =>
      placeOfSeen(memory, pattern, { ...nothing, assessedOn, level: { onsetOn, mriPerformedOn } })
    const [one, other] = ['2026-11-20', '2026-11-21']
    const places = [one, other].flatMap((onset) =>
      [one, other].flatMap((mri) => [one, other].map((on) => place(onset, mri, on))),
    )
    expect(new Set(places).size).toBe(8)
    expect(place(one, other, one)).toBe(places[2])
  })

  it('is packed into as few small numbers as hold it', () => {
    const packs = (...names: Tellable[]) =>
      patternOf(names.map(tellingOf)).packs.map((pack) => pack.map(({ name }) => name))
    expect(packs('mriFinding', 'onsetOn', 'mriPerformedOn', 'painScale')).toEqual([
      ['mriFinding', 'onsetOn'],
      ['mriPerformedOn', 'painScale'],
    ])
  })

  it('is told apart by a value without a number of its own, with nothing beside it', () => {
    const memory = memoryOf()
    const pattern = patternOf([tellingOf('painScore')])
    const places = numbers.map((painScore) =>
      placeOfSeen(memory, pattern, { ...nothing, patient: { painScore } }),
    )
    expect(new Set(places).size).toBe(numbers.length)
  })

  it('is never found where another pattern sees its own', () => {
    const memory = memoryOf()
    const tellings = ['painSeverity', 'painScore'] as const
    const [first, second] = [1, 2].map(() => patternOf(tellings.map(tellingOf)))
    if (first === undefined || second === undefined) throw new Error('two patterns were made')
    const scored = (painScore: number): Seen => ({ ...nothing, patient: { painScore } })
    const places = numbers.flatMap((score) =>
      [first, second].map((pattern) => placeOfSeen(memory, pattern, scored(score))),
    )
    expect(new Set(places).size).toBe(numbers.length * 2)
  })
})
