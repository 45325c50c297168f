import type { Database } from '../postgres/client.ts'
import type { Who } from '../who.ts'
import { hashPassword, passwordMatches } from './password.ts'
import { sessionStore, whoIs } from './session-store.ts'

let hashOfNobody: Promise<string> | undefined

/** The accounts and their sessions. */
export function accountStore(database: Database, clock: () => Date) {
  hashOfNobody ??= hashPassword('a password that no account has')
  const nobody = hashOfNobody

  return {
    ...sessionStore(database, clock),

    /** Gives the account a name and a password belong to, in the same time whether or not the name is known. */
    async withPassword(username: string, password: string): Promise<Who | null> {
      const account = await database.account.findUnique({ where: { username } })
      const matches = await passwordMatches(password, account?.passwordHash ?? (await nobody))
      if (!account || !matches || account.disabledAt !== null) return null
      const now = clock()
      return whoIs(account, now, now)
    },
  }
}

export type AccountStore = ReturnType<typeof accountStore>
