import { z } from 'zod'
import { AuditAction, AuditOutcome } from '../contract/audit-action.ts'
import { Role } from '../contract.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Who did it: the account, and its name and role at that moment. */
export const AuditWho = z.strictObject({ accountId: z.uuid(), username: z.string(), role: Role })

/** The event of an entry as its bytes have it; of patients it holds nothing but an id, the rest is sealed. */
export const AuditEvent = z.strictObject({
  action: AuditAction,
  who: AuditWho.nullable(),
  on: z.strictObject({ kind: z.string(), id: z.string() }).nullable(),
  patientId: z.uuid().nullable(),
  /** The patients whom a list showed, in order of their ids; absent where no list was shown. */
  shown: z.array(z.uuid()).optional(),
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
    /** The patients whom a list showed, in any order. */
    shown?: readonly string[]
    details?: Record<string, unknown>
  }
