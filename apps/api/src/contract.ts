import { Findings, ScreeningResult } from '@kyphoscreen/rules'
import { z } from 'zod'
import { Author, Role } from './contract/author.ts'
import { StandingDecision } from './contract/decision.ts'
import { GatheredFact } from './contract/evidence.ts'
import { Reading } from './contract/sign-off.ts'
import { line } from './contract/texts.ts'

/**
 * What travels between the web app and the API; the only file of the API that the web app may import.
 * Days are `YYYY-MM-DD`, instants are RFC 3339 in UTC. Unknown fields are refused.
 */

export * from './contract/audit.ts'
export * from './contract/audit-action.ts'
export * from './contract/audit-figures.ts'
export * from './contract/author.ts'
export * from './contract/decision.ts'
export * from './contract/decision-kind.ts'
export * from './contract/departure.ts'
export * from './contract/departure-reasons.ts'
export * from './contract/evidence.ts'
export * from './contract/imports.ts'
export * from './contract/impression.ts'
export * from './contract/patient.ts'
export * from './contract/print.ts'
export * from './contract/referral.ts'
export * from './contract/referral-work.ts'
export * from './contract/replay.ts'
export * from './contract/replay-change.ts'
export * from './contract/settings.ts'
export * from './contract/sign-off.ts'
export * from './contract/worklist.ts'
export { Findings, ScreeningResult }

/** A sign-in. */
export const SignIn = z.strictObject({ username: line(100), password: z.string().min(1).max(1024) })
export type SignIn = z.infer<typeof SignIn>

/** Who is signed in, and until when without activity and at most. */
export const SignedIn = z.strictObject({
  username: z.string(),
  displayName: z.string(),
  role: Role,
  /** Whether the clinic withholds outcomes from them until their impression is recorded. */
  blindFirst: z.boolean(),
  idleUntil: z.iso.datetime(),
  endsAt: z.iso.datetime(),
})
export type SignedIn = z.infer<typeof SignedIn>

/** A screening to record; the server screens the findings itself and keeps its own answer. */
export const NewScreening = z.strictObject({ patientId: z.uuid(), findings: Findings })
export type NewScreening = z.infer<typeof NewScreening>

/** A recorded screening: append-only; a correction is a new screening. One recorded from a referral keeps the evidence of its findings. */
export const Screening = z.strictObject({
  id: z.uuid(),
  patientId: z.uuid(),
  findings: Findings,
  result: ScreeningResult,
  /** The reading that the result rests on as it stood when it was recorded. */
  reading: Reading,
  recordedAt: z.iso.datetime(),
  recordedBy: Author,
  referral: z.strictObject({ id: z.uuid(), facts: z.array(GatheredFact) }).optional(),
})
export type Screening = z.infer<typeof Screening>

/** A screening whose outcome is withheld from the surgeon who reads it, until their impression is recorded. */
export const WithheldScreening = Screening.omit({ result: true, reading: true }).extend({
  withheld: z.literal(true),
})
export type WithheldScreening = z.infer<typeof WithheldScreening>

/** A recorded screening as whoever reads it may see it. */
export const StoredScreening = z.union([Screening, WithheldScreening])
export type StoredScreening = z.infer<typeof StoredScreening>

const told = ScreeningResult.pick({ outcome: true, urgent: true, headline: true }).shape

/** One line of a patient's history of screenings, with the decision that stands on it; while the outcome is withheld, what would tell it is null. */
export const ScreeningSummary = Screening.omit({
  findings: true,
  result: true,
  reading: true,
  referral: true,
}).extend({
  assessedOn: ScreeningResult.shape.assessedOn,
  outcome: told.outcome.nullable(),
  urgent: told.urgent.nullable(),
  headline: told.headline.nullable(),
  referralId: z.uuid().nullable(),
  decision: StandingDecision.nullable(),
})
export type ScreeningSummary = z.infer<typeof ScreeningSummary>

/** A patient's screenings, newest first. */
export const ScreeningHistory = z.strictObject({ screenings: z.array(ScreeningSummary) })
export type ScreeningHistory = z.infer<typeof ScreeningHistory>

/** An unfinished screening as typed, kept on the server for its author alone, so that nothing is stored in the browser. */
export const Draft = z.strictObject({ form: z.record(z.string(), z.json()) })
export type Draft = z.infer<typeof Draft>

export const SavedDraft = Draft.extend({ savedAt: z.iso.datetime() })
export type SavedDraft = z.infer<typeof SavedDraft>

/** What went wrong (RFC 9457), with the field by JSON pointer and the reason; it never repeats what was sent. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(z.strictObject({ pointer: z.string(), reason: z.string() })).optional(),
})
export type Problem = z.infer<typeof Problem>

/** Whether the server is alive, or ready to answer. */
export const Health = z.strictObject({ status: z.enum(['ok', 'not-ready']) })
export type Health = z.infer<typeof Health>
