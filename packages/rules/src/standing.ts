import { type CautionId, cautionsOf } from './cautions.ts'
import { criteria, type Judgement, judgementsOf, nothingRecorded } from './criteria.ts'
import type { Seen } from './criterion.ts'
import type { Day } from './day.ts'
import { oldestFractureDays } from './days-elapsed.ts'
import type { LevelFacts, PatientFacts } from './facts.ts'
import type { Findings } from './findings.ts'
import { type Outcome, outcomeOfLevel, outcomeOfScreening } from './outcome.ts'
import { policy } from './policy.ts'
import { type RedFlagFact, recordedRedFlags } from './red-flags.ts'
import { type State, state } from './state.ts'

/** How one level stands, before any wording: the four judgements in order, its cautions, its outcome. */
export type LevelStanding = {
  level: LevelFacts
  seen: Seen
  judgements: FourJudgements
  cautions: readonly CautionId[]
  outcome: Outcome
  significantRetropulsion: boolean
}

/** The judgements of the four criteria, in their order. */
export type FourJudgements = readonly [
  fracture: Judgement,
  care: Judgement,
  retropulsion: Judgement,
  pain: Judgement,
]

/** How a screening stands, before any wording. */
export type ScreeningStanding = {
  outcome: Outcome
  redFlags: readonly RedFlagFact[]
  levels: readonly LevelStanding[]
}

const [activeFracture, failedCare, noRetropulsion, severePain] = criteria
const [ofFracture, ofCare, ofRetropulsion, ofPain] = [
  judgementsOf(activeFracture),
  judgementsOf(failedCare),
  judgementsOf(noRetropulsion),
  judgementsOf(severePain),
]

const counted = {
  [state.met]: 0,
  [state.unknown]: 1,
  [state.review]: 8,
  [state.notMet]: 64,
  [state.notYet]: 64,
} as const satisfies Record<State, number>

/** Counts how many of the four are not met, need review and are unknown, as the digits of one number in base eight. */
const countOf = ([fracture, care, retropulsion, pain]: FourJudgements): number =>
  counted[fracture.reason.state] +
  counted[care.reason.state] +
  counted[retropulsion.reason.state] +
  counted[pain.reason.state]

/** Tells the day from which the calendar alone gives a criterion another reason, if there is one. */
export const heldUntil = ({ reason: { until } }: Judgement, seen: Seen): Day | undefined =>
  until === undefined ? undefined : until(seen, policy)

type Screening = { levelCount: number; redFlagged: boolean }

/** Tells how a level stands by its four judgements. */
export function levelStanding(
  level: LevelFacts,
  seen: Seen,
  judgements: FourJudgements,
  { levelCount, redFlagged }: Screening,
): LevelStanding {
  const [, care, retropulsion] = judgements
  const careNotYet = care.reason.notYet === true
  const cautions = cautionsOf(level, seen.patient, { levelCount, careNotYet }, policy)
  const count = countOf(judgements)
  const outcome = outcomeOfLevel({
    notMet: count >> 6,
    needsReview: (count >> 3) & 7,
    unknown: count & 7,
    careNotYet,
    redFlagged,
    cautions,
  })
  const significantRetropulsion = retropulsion.reason.status === 'not-met'
  return { level, seen, judgements, cautions, outcome, significantRetropulsion }
}

const careIsTimed = ({ careStartedOn, careDays }: PatientFacts) =>
  careStartedOn !== undefined || careDays !== undefined

/**
 * Judges accepted findings: statuses with reason codes, cautions and outcomes, without building a
 * sentence. The patient's criteria are judged once, the levels' at every level.
 */
export function standing(findings: Findings): ScreeningStanding {
  const { assessedOn, patient = nothingRecorded, levels } = findings
  const redFlags = recordedRedFlags(patient)
  const screening = { levelCount: levels.length, redFlagged: redFlags.length > 0 }
  const oldest = careIsTimed(patient) ? undefined : oldestFractureDays(levels, assessedOn)
  const standings = new Array<LevelStanding>(levels.length)
  let care: Judgement | undefined
  let pain: Judgement | undefined
  for (let at = 0; at < levels.length; at++) {
    const level = levels[at] as LevelFacts
    const seen = { assessedOn, patient, level, oldestFractureDays: oldest }
    care ??= ofCare.get(failedCare.judge(seen, policy)) as Judgement
    pain ??= ofPain.get(severePain.judge(seen, policy)) as Judgement
    const judgements = [
      ofFracture.get(activeFracture.judge(seen, policy)) as Judgement,
      care,
      ofRetropulsion.get(noRetropulsion.judge(seen, policy)) as Judgement,
      pain,
    ] as const
    standings[at] = levelStanding(level, seen, judgements, screening)
  }
  return { outcome: outcomeOfScreening(standings), redFlags, levels: standings }
}
