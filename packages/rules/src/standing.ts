import { type CautionId, cautionsOf } from './cautions.ts'
import { type CriterionId, criteria, type Judgement, judge, seenAt } from './criteria.ts'
import type { Seen, Status } from './criterion.ts'
import type { Findings, LevelFacts } from './findings.ts'
import { type Outcome, outcomeOfLevel, outcomeOfScreening } from './outcome.ts'
import { policy } from './policy.ts'
import { type RedFlagFact, recordedRedFlags } from './red-flags.ts'

/** How one level stands, before any wording: the four judgements in order, its cautions, its outcome. */
export type LevelStanding = {
  level: LevelFacts
  seen: Seen
  judgements: readonly Judgement[]
  cautions: readonly CautionId[]
  outcome: Outcome
}

/** How a screening stands, before any wording. */
export type ScreeningStanding = {
  outcome: Outcome
  redFlags: readonly RedFlagFact[]
  levels: readonly LevelStanding[]
}

const statusesOf = (judgements: readonly Judgement[]) =>
  Object.fromEntries(
    judgements.map(({ criterion, reason }) => [criterion.id, reason.status]),
  ) as Record<CriterionId, Status>

const significantRetropulsion = ({ judgements }: LevelStanding) =>
  judgements.some(
    ({ criterion, reason }) =>
      criterion.id === 'no-significant-retropulsion' && reason.status === 'not-met',
  )

/** Judges accepted findings: statuses with reason codes, cautions and outcomes, without building a sentence. */
export function standing(findings: Findings): ScreeningStanding {
  const { patient = {}, levels } = findings
  const redFlags = recordedRedFlags(patient)
  const standings = levels.map((level): LevelStanding => {
    const seen = seenAt(findings, level)
    const judgements = criteria.map((criterion) => judge(criterion, seen))
    const careNotYet = judgements.some(({ reason }) => reason.notYet === true)
    const cautions = cautionsOf(level, patient, { levelCount: levels.length, careNotYet }, policy)
    const outcome = outcomeOfLevel({
      statuses: statusesOf(judgements),
      careNotYet,
      redFlagged: redFlags.length > 0,
      cautions,
    })
    return { level, seen, judgements, cautions, outcome }
  })
  const outcome = outcomeOfScreening(
    standings.map((level) => ({
      outcome: level.outcome,
      significantRetropulsion: significantRetropulsion(level),
    })),
  )
  return { outcome, redFlags, levels: standings }
}
