import type { Account, Session } from '../../generated/prisma/client.ts'
import type { Actor, NewEntry } from '../audit/entry.ts'
import { endOf } from './session-limits.ts'
import { sha256 } from './sha256.ts'

/** A session as it is stored, with the account it was opened for. */
export type StoredSession = Session & { account: Account }

/** Why a session ended without a word from whoever had it. */
export type SessionEnd =
  | 'idle'
  | 'time-limit'
  | 'account-disabled'
  | 'role-changed'
  | 'password-changed'
  | 'replaced'

/** What a session is opened under; it is over when its account no longer stands so. */
export const standingOf = ({ role, passwordHash }: Account) => ({
  role,
  credential: sha256(passwordHash),
})

/** Says why a session is over; null while it is not. */
export function whyOver(
  { data, account, createdAt, expiresAt }: StoredSession,
  now: Date,
): SessionEnd | null {
  const before = data as Partial<ReturnType<typeof standingOf>>
  const { role, credential } = standingOf(account)
  if (account.disabledAt !== null) return 'account-disabled'
  if (before.role !== role) return 'role-changed'
  if (before.credential !== credential) return 'password-changed'
  if (expiresAt > now) return null
  return endOf(createdAt) <= now ? 'time-limit' : 'idle'
}

/** Names a session in the log: enough to tell one from another, and nothing to find it by. */
export const namedSession = (idHash: string) => ({ kind: 'session', id: idHash.slice(0, 16) })

/** Tells that a session ended, as done by whom it belonged to: by whom else is told by the reason. */
export const endedSession = (
  { idHash, account }: StoredSession,
  reason: SessionEnd,
): { by: Actor; entry: NewEntry } => ({
  by: {
    who: { accountId: account.id, username: account.username, role: account.role },
    address: null,
    requestId: null,
  },
  entry: { action: 'session-ended', on: namedSession(idHash), reason },
})
