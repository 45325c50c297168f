import { type CautionId, cautionsOf } from './cautions.ts'
import {
  criteria,
  type Judgement,
  judge,
  judgementsOf,
  nothingRecorded,
  oldestFractureDays,
} from './criteria.ts'
import type { Seen } from './criterion.ts'
import { type Day, daysBetween } from './day.ts'
import type { Findings, LevelFacts, PatientFacts } from './findings.ts'
import { type Outcome, outcomeOfLevel, outcomeOfScreening } from './outcome.ts'
import { policy } from './policy.ts'
import { type RedFlagFact, recordedRedFlags } from './red-flags.ts'

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

const statusesOf = ([fracture, care, retropulsion, pain]: FourJudgements) => ({
  'active-fracture-on-mri': fracture.reason.status,
  'failed-conservative-care': care.reason.status,
  'no-significant-retropulsion': retropulsion.reason.status,
  'severe-pain-limiting-life': pain.reason.status,
})

/** Tells the day from which the calendar alone gives a criterion another reason, if there is one. */
export const holdsUntil = ({ reason }: Judgement, seen: Seen): Day | undefined =>
  (reason.holdsUntil ?? reason.canBeMetOn)?.(seen, policy)

/** Moves a standing to a later day: only the judgements that hold until that day are made anew. */
export function standingOnLaterDay(
  { levels, redFlags }: ScreeningStanding,
  assessedOn: Day,
  patient: PatientFacts,
): ScreeningStanding {
  const screening = { levelCount: levels.length, redFlagged: redFlags.length > 0 }
  const standings: LevelStanding[] = []
  for (const { level, seen, judgements } of levels) {
    const age = seen.oldestFractureDays
    const oldestFractureDays =
      age === undefined ? undefined : age + daysBetween(seen.assessedOn, assessedOn)
    const later = { assessedOn, patient, level, oldestFractureDays }
    const anew = (judgement: Judgement) =>
      holdsUntil(judgement, seen) === assessedOn ? judge(judgement.criterion, later) : judgement
    const [fracture, care, retropulsion, pain] = judgements
    const judgedAnew = [anew(fracture), anew(care), anew(retropulsion), anew(pain)] as const
    standings.push(levelStanding(level, later, judgedAnew, screening))
  }
  return { outcome: outcomeOfScreening(standings), redFlags, levels: standings }
}

type Screening = { levelCount: number; redFlagged: boolean }

function levelStanding(
  level: LevelFacts,
  seen: Seen,
  judgements: FourJudgements,
  { levelCount, redFlagged }: Screening,
): LevelStanding {
  const [, care, retropulsion] = judgements
  const careNotYet = care.reason.notYet === true
  const cautions = cautionsOf(level, seen.patient, { levelCount, careNotYet }, policy)
  const statuses = statusesOf(judgements)
  const outcome = outcomeOfLevel({ statuses, careNotYet, redFlagged, cautions })
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
  const standings: LevelStanding[] = []
  let care: Judgement | undefined
  let pain: Judgement | undefined
  for (const level of levels) {
    const seen = { assessedOn, patient, level, oldestFractureDays: oldest }
    care ??= ofCare.get(failedCare.judge(seen, policy)) as Judgement
    pain ??= ofPain.get(severePain.judge(seen, policy)) as Judgement
    const judgements = [
      ofFracture.get(activeFracture.judge(seen, policy)) as Judgement,
      care,
      ofRetropulsion.get(noRetropulsion.judge(seen, policy)) as Judgement,
      pain,
    ] as const
    standings.push(levelStanding(level, seen, judgements, screening))
  }
  return { outcome: outcomeOfScreening(standings), redFlags, levels: standings }
}
