import type { Account } from '../../generated/prisma/client.ts'
import type { Actor } from '../audit/entry.ts'
import { once, type Tell, type Transaction } from '../idempotency/once.ts'
import type { Database } from '../postgres/client.ts'
import type { Who } from '../who.ts'
import {
  endedSession,
  namedSession,
  type StoredSession,
  standingOf,
  whyOver,
} from './session-end.ts'
import { endOf, idleEndOf, worthExtending } from './session-limits.ts'
import { sha256 } from './sha256.ts'

/** Who signs in, and the session the request came with, which the new one takes the place of. */
export type Opening = { by: Actor; replaces: string | undefined }

const mostForgotten = 100

/** Gives who an account is from a moment on. */
export const whoIs = (
  { id, username, displayName, role }: Account,
  signedInAt: Date,
  now: Date,
): Who => ({
  accountId: id,
  username,
  displayName,
  role,
  idleUntil: idleEndOf(signedInAt, now),
  endsAt: endOf(signedInAt),
})

/** The sessions; a session's identifier is stored hashed alone. */
export function sessionStore(database: Database, clock: () => Date) {
  const include = { account: true } as const

  /** Ends what is over, or is replaced; of two who find it out at once one tells. */
  const forget = async (
    transaction: Transaction,
    tell: Tell,
    over: { session: StoredSession; because: Parameters<typeof endedSession>[1] },
  ) => {
    const where = { idHash: over.session.idHash }
    const { count } = await transaction.session.deleteMany({ where })
    if (count > 0) tell(endedSession(over.session, over.because))
  }

  const forgetEnded = async (
    transaction: Transaction,
    tell: Tell,
    { now, replaced }: { now: Date; replaced: string | undefined },
  ) => {
    const sessions = await transaction.session.findMany({
      where: {
        OR: [{ expiresAt: { lte: now } }, ...(replaced ? [{ idHash: replaced }] : [])],
      },
      include,
      orderBy: { idHash: 'asc' },
      take: mostForgotten,
    })
    for (const session of sessions) {
      await forget(transaction, tell, { session, because: whyOver(session, now) ?? 'replaced' })
    }
  }

  return {
    /** Opens a session, in place of another where there is one, and forgets those that have ended. */
    open: (
      sessionId: string,
      { accountId, idleUntil }: Who,
      { by, replaces }: Opening,
    ): Promise<void> =>
      once(database, undefined, async (transaction, tell) => {
        const now = clock()
        await forgetEnded(transaction, tell, { now, replaced: replaces && sha256(replaces) })
        const account = await transaction.account.findUniqueOrThrow({ where: { id: accountId } })
        const idHash = sha256(sessionId)
        const times = { createdAt: now, expiresAt: idleUntil }
        await transaction.session.create({
          data: { idHash, accountId, data: standingOf(account), ...times },
        })
        tell({ by, entry: { action: 'sign-in', on: namedSession(idHash) } })
      }),

    /** Gives whom a session belongs to, with the idle end that is stored; null when it has ended or its account changed. */
    async resume(sessionId: string): Promise<{ who: Who; storedUntil: Date } | null> {
      const idHash = sha256(sessionId)
      const session = await database.session.findUnique({ where: { idHash }, include })
      if (!session) return null
      const now = clock()
      const because = whyOver(session, now)
      if (because === null) {
        return {
          who: whoIs(session.account, session.createdAt, now),
          storedUntil: session.expiresAt,
        }
      }
      await once(database, undefined, (transaction, tell) =>
        forget(transaction, tell, { session, because }),
      )
      return null
    },

    /** Moves a session's idle end when it has moved far enough. */
    async extend(sessionId: string, { idleUntil }: Who, storedUntil: Date): Promise<void> {
      if (!worthExtending(storedUntil, idleUntil)) return
      const where = { idHash: sha256(sessionId) }
      await database.session.updateMany({ where, data: { expiresAt: idleUntil } })
    },

    /** Ends a session at once, as whoever has it asks. */
    end: (sessionId: string, by: Actor): Promise<void> =>
      once(database, undefined, async (transaction, tell) => {
        const idHash = sha256(sessionId)
        const { count } = await transaction.session.deleteMany({ where: { idHash } })
        if (count > 0) tell({ by, entry: { action: 'sign-out', on: namedSession(idHash) } })
      }),
  }
}
