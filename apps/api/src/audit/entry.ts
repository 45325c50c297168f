import { z } from 'zod'
import { Role } from '../contract.ts'

/** What can be done that the log tells of: every name an entry's action may have. */
export const auditActions = [
  'sign-in',
  'sign-in-failed',
  'sign-out',
  'session-ended',
  'password-confirmed',
  'password-not-confirmed',
  'account-made',
  'account-changed',
  'account-disabled',
  'account-enabled',
  'account-role-changed',
  'account-password-changed',
  'patient-registered',
  'patient-viewed',
  'patients-searched',
  'patient-history-viewed',
  'findings-evaluated',
  'screening-recorded',
  'screening-viewed',
  'draft-saved',
  'draft-viewed',
  'draft-discarded',
  'impression-recorded',
  'decision-recorded',
  'decision-replaced',
  'decisions-viewed',
  'referral-received',
  'referral-viewed',
  'referral-changed',
  'referral-assigned',
  'referral-step',
  'referral-evidence-entered',
  'referral-evidence-ruled',
  'referral-document-changed',
  'referral-task-changed',
  'referral-note-added',
  'referral-reply-viewed',
  'referral-reply-recorded',
  'referrals-rescreened',
  'worklist-viewed',
  'view-changed',
  'import-uploaded',
  'import-viewed',
  'import-started',
  'import-cancelled',
  'import-finished',
  'export',
  'print',
  'receipt-made',
  'audit-viewed',
  'audit-verified',
  'details-erased',
  'rules-viewed',
  'report-viewed',
  'replay-run',
  'settings-viewed',
  'setting-changed',
  'refusal',
  'server-started',
  'server-stopped',
  'clock-moved-back',
] as const
export const AuditAction = z.enum(auditActions)
export type AuditAction = z.infer<typeof AuditAction>

/** What came of it: done, refused by a rule, or failed without anything being done. */
export const AuditOutcome = z.enum(['done', 'refused', 'failed'])
export type AuditOutcome = z.infer<typeof AuditOutcome>

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Who did it: the account, and its name and role at that moment. */
export const AuditWho = z.strictObject({ accountId: z.uuid(), username: z.string(), role: Role })

/** The event of an entry as its bytes have it; of patients it holds nothing but an id, the rest is sealed. */
export const AuditEvent = z.strictObject({
  action: AuditAction,
  who: AuditWho.nullable(),
  on: z.strictObject({ kind: z.string(), id: z.string() }).nullable(),
  patientId: z.uuid().nullable(),
  outcome: AuditOutcome,
  ruleset: z.strictObject({ version: z.string(), hash: z.string() }).nullable(),
  reason: z.string().nullable(),
  address: z.string().nullable(),
  requestId: z.string().nullable(),
  sealed: Sha256.nullable(),
})
export type AuditEvent = z.infer<typeof AuditEvent>

/** Who acts, from which address and in which request; `who` is null for nobody who is signed in, and for the server itself. */
export type Actor = Pick<AuditEvent, 'who' | 'address' | 'requestId'>

/** The server itself, as who acts. */
export const theServer: Actor = { who: null, address: null, requestId: null }

/**
 * What an act tells the log. Whatever may hold patient data or was typed goes into `details`, which are sealed;
 * `reason` is a coded word. Left out, the outcome is done.
 */
export type NewEntry = Pick<AuditEvent, 'action'> &
  Partial<Pick<AuditEvent, 'on' | 'patientId' | 'outcome' | 'ruleset' | 'reason'>> & {
    details?: Record<string, unknown>
  }
