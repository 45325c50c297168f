import {
  Findings,
  type LevelFacts,
  type Outcome,
  type PatientFacts,
  screen,
} from '@kyphoscreen/rules'
import { completeFindings } from '../../packages/rules/src/atlas/complete-findings.ts'

type Changed = {
  when: string
  patient?: Partial<PatientFacts>
  level?: Partial<LevelFacts>
  without?: keyof LevelFacts
}

const tooEarly = { careStartedOn: completeFindings.assessedOn } as const

const clauses: readonly Changed[] = [
  { when: 'a red flag is recorded', patient: { pregnant: true } },
  {
    when: 'care is the only criterion not met, it is not met *yet*, and a reason not to wait is recorded',
    patient: { ...tooEarly, earlyException: 'hospitalized' },
  },
  {
    when: 'care is the only criterion not met, it is not met *yet*, and the cause is malignancy',
    patient: tooEarly,
    level: { cause: 'malignancy' },
  },
  {
    when: 'a criterion is not met, and the cause is a benign lesion',
    level: { cause: 'benign-lesion', mriFinding: 'no-fracture' },
  },
  { when: 'any other criterion is not met', level: { mriFinding: 'no-fracture' } },
  { when: 'the level lies outside T1 to L5', level: { level: 'C7' } },
  { when: 'the patient is younger than 18', patient: { ageYears: 17 } },
  { when: 'a criterion is unknown', without: 'retropulsion' },
  { when: 'a criterion needs review', level: { retropulsion: 'mild' } },
  { when: 'a caution is raised', level: { cause: 'high-energy-trauma' } },
  { when: 'all four criteria are met', level: {} },
]

function findingsWith({ patient, level, without }: Changed): Findings {
  const [first] = completeFindings.levels
  const { [without ?? 'otherImaging']: _, ...facts } = { ...first, ...level }
  return Findings.parse({
    ...completeFindings,
    patient: { ...completeFindings.patient, ...patient },
    levels: [facts],
  })
}

/** The clauses for the outcome of a level, first match wins, each with the outcome the running rules give it. */
export const outcomesInOrder = (): { when: string; outcome: Outcome }[] =>
  clauses.map((clause) => ({
    when: clause.when,
    outcome: screen(findingsWith(clause)).outcome,
  }))

const standings = {
  meets: {},
  'needs-surgeon-review': { cause: 'high-energy-trauma' },
  'insufficient-information': { retropulsion: undefined, posteriorWall: undefined },
  'does-not-meet': { mriFinding: 'no-fracture' },
  'does-not-meet, with significant retropulsion': { retropulsion: 'significant' },
} as const satisfies Record<string, Partial<Record<keyof LevelFacts, unknown>>>

/** What two levels come to together, for every pair of standings. */
export function outcomesOfPairs(): { names: string[]; rows: Outcome[][] } {
  const [first] = completeFindings.levels
  const names = Object.keys(standings)
  const outcomeOf = (...pair: object[]) =>
    screen(
      Findings.parse({
        ...completeFindings,
        levels: pair.map((facts, index) =>
          JSON.parse(JSON.stringify({ ...first, ...facts, level: index === 0 ? 'L1' : 'L2' })),
        ),
      }),
    ).outcome
  const each = Object.values(standings)
  return { names, rows: each.map((one) => each.map((other) => outcomeOf(one, other))) }
}
