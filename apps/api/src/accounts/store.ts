import { createHash } from 'node:crypto'
import type { Account, Session } from '../../generated/prisma/client.ts'
import type { Database } from '../postgres/client.ts'
import type { Who } from '../who.ts'
import { hashPassword, passwordMatches } from './password.ts'
import { endOf, idleEndOf, worthExtending } from './session-limits.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** What a session was opened under; a session is over when its account no longer stands so. */
const standingOf = ({ role, passwordHash }: Account) => ({ role, credential: sha256(passwordHash) })

function standsAsBefore({ data, account }: Session & { account: Account }): boolean {
  const before = data as Partial<ReturnType<typeof standingOf>>
  const { role, credential } = standingOf(account)
  return account.disabledAt === null && before.role === role && before.credential === credential
}

const whoIs = ({ id, username, displayName, role }: Account, signedInAt: Date, now: Date): Who => ({
  accountId: id,
  username,
  displayName,
  role,
  idleUntil: idleEndOf(signedInAt, now),
  endsAt: endOf(signedInAt),
})

/** The accounts and their sessions; a session's identifier is stored hashed alone. */
export function accountStore(database: Database, clock: () => Date) {
  const nobody = hashPassword('a password that no account has')

  return {
    /** Gives the account a name and a password belong to, in the same time whether or not the name is known. */
    async withPassword(username: string, password: string): Promise<Who | null> {
      const account = await database.account.findUnique({ where: { username } })
      const matches = await passwordMatches(password, account?.passwordHash ?? (await nobody))
      if (!account || !matches || account.disabledAt !== null) return null
      const now = clock()
      return whoIs(account, now, now)
    },

    /** Opens a session and forgets those that have ended. */
    async open(sessionId: string, { accountId, idleUntil }: Who): Promise<void> {
      const now = clock()
      await database.session.deleteMany({ where: { expiresAt: { lte: now } } })
      const account = await database.account.findUniqueOrThrow({ where: { id: accountId } })
      const opened = { accountId, data: standingOf(account), createdAt: now, expiresAt: idleUntil }
      await database.session.create({ data: { idHash: sha256(sessionId), ...opened } })
    },

    /** Gives whom a session belongs to, with the idle end that is stored; null when it has ended or its account changed. */
    async resume(sessionId: string): Promise<{ who: Who; storedUntil: Date } | null> {
      const idHash = sha256(sessionId)
      const found = await database.session.findUnique({
        where: { idHash },
        include: { account: true },
      })
      if (!found) return null
      const now = clock()
      if (found.expiresAt <= now || !standsAsBefore(found)) {
        await database.session.deleteMany({ where: { idHash } })
        return null
      }
      return { who: whoIs(found.account, found.createdAt, now), storedUntil: found.expiresAt }
    },

    /** Moves a session's idle end when it has moved far enough. */
    async extend(sessionId: string, { idleUntil }: Who, storedUntil: Date): Promise<void> {
      if (!worthExtending(storedUntil, idleUntil)) return
      const where = { idHash: sha256(sessionId) }
      await database.session.updateMany({ where, data: { expiresAt: idleUntil } })
    },

    /** Ends a session at once. */
    async end(sessionId: string): Promise<void> {
      await database.session.deleteMany({ where: { idHash: sha256(sessionId) } })
    },
  }
}

export type AccountStore = ReturnType<typeof accountStore>
