import type { Account } from '../../generated/prisma/client.ts'
import type { Author, Person } from '../contract.ts'

/** What is read of an account to name it: never its password's hash. */
export const namedOnly = { select: { id: true, displayName: true, role: true } } as const

/** An account as far as it names a person. */
export type NamedAccount = Pick<Account, 'id' | 'displayName' | 'role'>

/** Gives who did something, as others see it. */
export const authorOf = ({ displayName, role }: NamedAccount): Author => ({ displayName, role })

/** Gives a colleague who can own referrals and tasks. */
export const personOf = ({ id, displayName, role }: NamedAccount): Person => ({
  id,
  displayName,
  role,
})
