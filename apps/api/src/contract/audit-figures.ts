import { ScreeningResult } from '@kyphoscreen/rules'
import { z } from 'zod'
import { DecisionKind } from './decision-kind.ts'
import { DepartureGroup } from './departure-reasons.ts'
import { exactLine } from './texts.ts'

const Outcome = ScreeningResult.shape.outcome

/**
 * What to count; null leaves a filter open. `from` is included, `until` is not. `referrer` is an organisation, or the
 * name of a referrer who gives none; `surgeonId` is who made the decision that stands.
 */
export const AuditFiguresAsked = z
  .strictObject({
    from: z.iso.datetime().nullable(),
    until: z.iso.datetime().nullable(),
    rulesetVersion: exactLine(100).nullable(),
    outcome: Outcome.nullable(),
    referrer: exactLine(200).nullable(),
    surgeonId: z.uuid().nullable(),
  })
  .refine(({ from, until }) => from === null || until === null || from < until, {
    path: ['until'],
    error: 'must lie after the beginning; correct one of the two',
  })
export type AuditFiguresAsked = z.infer<typeof AuditFiguresAsked>

/** How many decisions there are of a kind, on an outcome, and whether they depart from it. */
export const DecisionsCounted = z.strictObject({
  outcome: Outcome,
  kind: DecisionKind,
  departs: z.boolean(),
  count: z.int(),
})
export type DecisionsCounted = z.infer<typeof DecisionsCounted>

/** Fewer decisions than this tell nothing of agreement. */
export const fewestForKappa = 30

/**
 * How far decisions agree with outcomes that answer, `meets` and `does-not-meet`. `pairs` has a row for each of the two,
 * with how many were planned as the outcome supports and how many were not; `leftOut` counts decisions on the other
 * outcomes. Cohen's kappa with its 95 % interval is told from 30 pairs on, unless one side always gave the same answer.
 */
export const Agreement = z.strictObject({
  pairs: z.tuple([z.tuple([z.int(), z.int()]), z.tuple([z.int(), z.int()])]),
  leftOut: z.int(),
  kappa: z.discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('told'),
      value: z.number(),
      low: z.number(),
      high: z.number(),
    }),
    z.strictObject({ state: z.literal('too-few') }),
    z.strictObject({ state: z.literal('one-sided') }),
  ]),
})
export type Agreement = z.infer<typeof Agreement>

/** How many came so many days after their referral was received; `upTo` is null for all that took longer. */
export const DaysToDecision = z.strictObject({ upTo: z.int().nullable(), count: z.int() })
export type DaysToDecision = z.infer<typeof DaysToDecision>

/**
 * The days from the receipt of a referral to the first decision on a screening of it, each referral once. The quartiles
 * are days that were counted, null where none was. Left out are decisions on screenings of no referral, and those
 * made before the day that the referral is said to have been received on.
 */
export const DaysCounted = z.strictObject({
  counted: z.int(),
  lower: z.int().nullable(),
  median: z.int().nullable(),
  upper: z.int().nullable(),
  buckets: z.array(DaysToDecision),
  leftOut: z.strictObject({ withoutReferral: z.int(), beforeReceipt: z.int() }),
})
export type DaysCounted = z.infer<typeof DaysCounted>

/** How many lacked a fact, at whatever level, and for how many of these it was decisive. */
export const Lacking = z.strictObject({ fact: z.string(), lacking: z.int(), decisive: z.int() })
export type Lacking = z.infer<typeof Lacking>

/** The referrals of one or several referrers: how many, how many lacked something decisive, and which facts they lacked. */
export const ReferralsLacking = z.strictObject({
  referrals: z.int(),
  lackingDecisive: z.int(),
  facts: z.array(Lacking),
})
export type ReferralsLacking = z.infer<typeof ReferralsLacking>

/** Of fewer referrals than this nothing is told, so that no referrer is held to a few. */
export const fewestReferrals = 10

/** The referrals of all referrers who are not told of alone; what they lacked is null where they are too few together too. */
export const OtherReferrals = z.strictObject({
  referrers: z.int(),
  referrals: z.int(),
  lacked: ReferralsLacking.omit({ referrals: true }).nullable(),
})
export type OtherReferrals = z.infer<typeof OtherReferrals>

/** What the screenings of one ruleset version came to. */
export const VersionCounted = z.strictObject({
  version: z.string(),
  outcomes: z.array(z.strictObject({ outcome: Outcome, count: z.int() })),
  decisions: z.int(),
  departing: z.int(),
  agreement: Agreement,
})
export type VersionCounted = z.infer<typeof VersionCounted>

/**
 * What was recorded, in numbers: screenings by month (`YYYY-MM`, UTC) and outcome; the decisions that stand, on screenings
 * of how many patients; why they depart; the days they took; the facts that screenings lacked, most frequent first, `unread`
 * counting screenings whose stored result names none to read; the same of each referral's first screening by referrer,
 * those with most referrals first and all others together; and each ruleset version alone.
 */
export const AuditFigures = z.strictObject({
  outcomes: z.array(z.strictObject({ month: z.string(), outcome: Outcome, count: z.int() })),
  decisions: z.array(DecisionsCounted),
  patients: z.int(),
  agreement: Agreement,
  reasons: z.array(z.strictObject({ group: DepartureGroup, code: z.string(), count: z.int() })),
  days: DaysCounted,
  missing: z.strictObject({ screenings: z.int(), unread: z.int(), facts: z.array(Lacking) }),
  referrers: z.array(ReferralsLacking.extend({ referrer: z.string() })),
  otherReferrers: OtherReferrals.nullable(),
  versions: z.array(VersionCounted),
})
export type AuditFigures = z.infer<typeof AuditFigures>

/** What figures can be narrowed to: the ruleset versions, the referrers with most referrals, and who has decided. */
export const AuditFiguresChoices = z.strictObject({
  versions: z.array(z.string()),
  referrers: z.array(z.string()),
  surgeons: z.array(z.strictObject({ id: z.uuid(), displayName: z.string() })),
})
export type AuditFiguresChoices = z.infer<typeof AuditFiguresChoices>

/** The tables of the figures. */
export const FiguresTable = z.enum([
  'outcomes',
  'decisions',
  'reasons',
  'days',
  'missing',
  'missing-by-referrer',
  'versions',
])
export type FiguresTable = z.infer<typeof FiguresTable>

/** Which table to take out, and of what. */
export const AuditFiguresExport = z.strictObject({ asked: AuditFiguresAsked, table: FiguresTable })
export type AuditFiguresExport = z.infer<typeof AuditFiguresExport>
