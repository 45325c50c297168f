import { ScreeningResult } from '@kyphoscreen/rules'
import { z } from 'zod'
import { DecisionKind } from './decision-kind.ts'
import { DepartureGroup } from './departure-reasons.ts'

const Outcome = ScreeningResult.shape.outcome

/** From when on to count; null for everything. */
export const AuditFiguresAsked = z.strictObject({ from: z.iso.datetime().nullable() })
export type AuditFiguresAsked = z.infer<typeof AuditFiguresAsked>

/** How many decisions came so many days after their referral was received; `upTo` is null for all that took longer. */
export const DaysToDecision = z.strictObject({ upTo: z.int().nullable(), count: z.int() })
export type DaysToDecision = z.infer<typeof DaysToDecision>

/**
 * What was recorded, in numbers: screenings by month (`YYYY-MM`, UTC) and outcome; the decisions that stand by the outcome
 * they were made on and whether they depart from it; the reasons for departing; and the days from the receipt of a
 * referral to its decision, with their median, null where there is none.
 */
export const AuditFigures = z.strictObject({
  outcomes: z.array(z.strictObject({ month: z.string(), outcome: Outcome, count: z.int() })),
  decisions: z.array(
    z.strictObject({
      outcome: Outcome,
      kind: DecisionKind,
      departs: z.boolean(),
      count: z.int(),
    }),
  ),
  reasons: z.array(z.strictObject({ group: DepartureGroup, code: z.string(), count: z.int() })),
  days: z.strictObject({ median: z.int().nullable(), buckets: z.array(DaysToDecision) }),
})
export type AuditFigures = z.infer<typeof AuditFigures>
