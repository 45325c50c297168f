import { z } from 'zod'
import type { Prisma } from '../../generated/prisma/client.ts'
import { theServer } from '../audit/entry.ts'
import type { AuditAction } from '../contract/audit-action.ts'
import { Role, SignIn } from '../contract.ts'
import { once } from '../idempotency/once.ts'
import { type Database, openDatabase } from '../postgres/client.ts'
import { migrate } from '../postgres/migrate.ts'
import { RefusedToStart } from '../refused-to-start.ts'
import { hashPassword } from './password.ts'
import { randomPassword } from './random-password.ts'

/** What the accounts command was asked to do, as typed. */
export type AccountRequest = {
  action: string
  role?: string | undefined
  username?: string | undefined
  name?: string | undefined
  password: string | undefined
}

type Action = (database: Database, request: AccountRequest) => Promise<string>

/** Changes an account as the owner of the database does, and writes it down in the same transaction. */
const changeTold = (
  database: Database,
  username: string,
  change: { action: AuditAction; data: Prisma.AccountUpdateInput; details?: object },
) =>
  once(database, undefined, async (transaction, tell) => {
    const { action, data } = change
    const { id } = await transaction.account.update({ where: { username }, data })
    const details = { username, ...change.details }
    tell({ by: theServer, entry: { action, on: { kind: 'account', id }, details } })
  })

const Username = SignIn.shape.username
const Password = z.string().min(15).max(1024)

const accepted = <T>(schema: z.ZodType<T>, value: unknown, remedy: string): T => {
  const read = schema.safeParse(value)
  if (!read.success) throw new RefusedToStart(remedy)
  return read.data
}

const usernameOf = ({ username }: AccountRequest) =>
  accepted(Username, username, 'Give the account’s name with --username, 1 to 100 characters.')

const passwordOf = ({ password }: AccountRequest) =>
  password === undefined
    ? randomPassword()
    : accepted(Password, password, 'The password must have 15 to 1024 characters.')

const told = (username: string, password: string, { password: given }: AccountRequest) =>
  given === undefined ? `The password of ${username}, shown this once: ${password}\n` : ''

const known = async (database: Database, request: AccountRequest) => {
  const username = usernameOf(request)
  if (await database.account.findUnique({ where: { username } })) return username
  throw new RefusedToStart(
    'There is no account of that name: "npm run accounts -- list" shows them all.',
  )
}

const list: Action = async (database) => {
  const accounts = await database.account.findMany({ orderBy: { username: 'asc' } })
  const lines = accounts.map(({ username, role, displayName, disabledAt }) =>
    [role.padEnd(10), username, displayName, ...(disabledAt ? ['disabled'] : [])].join('  '),
  )
  return lines.length === 0 ? 'There is no account yet.\n' : `${lines.join('\n')}\n`
}

const insert = (database: Database, row: Prisma.AccountCreateManyInput) =>
  once(database, undefined, async (transaction, tell) => {
    const [made] = await transaction.account.createManyAndReturn({
      data: [row],
      skipDuplicates: true,
    })
    if (!made) throw new RefusedToStart('An account of that name exists: choose another name.')
    const { id, username, displayName, role } = made
    const on = { kind: 'account', id }
    const details = { after: { username, displayName, role } }
    tell({ by: theServer, entry: { action: 'account-made', on, details } })
  })

const roleOf = ({ role }: AccountRequest) =>
  accepted(Role, role, 'Give the role with --role: surgeon, navigator or admin.')

const add: Action = async (database, request) => {
  const username = usernameOf(request)
  const role = roleOf(request)
  const displayName = accepted(
    Username,
    request.name ?? username,
    'The display name must have 1 to 100 characters.',
  )
  const password = passwordOf(request)
  const row = { username, role, displayName, passwordHash: await hashPassword(password) }
  await insert(database, row)
  return `Added ${username} as ${role}.\n${told(username, password, request)}`
}

const setPassword: Action = async (database, request) => {
  const username = await known(database, request)
  const password = passwordOf(request)
  const passwordHash = await hashPassword(password)
  await changeTold(database, username, {
    action: 'account-password-changed',
    data: { passwordHash },
  })
  return `Changed the password of ${username}; its sessions have ended.\n${told(username, password, request)}`
}

const changeRole: Action = async (database, request) => {
  const username = await known(database, request)
  const role = roleOf(request)
  const { role: before } = await database.account.findUniqueOrThrow({ where: { username } })
  if (before === role) return `${username} is ${role} already.\n`
  const details = { before, after: role }
  await changeTold(database, username, {
    action: 'account-role-changed',
    data: { role },
    details,
  })
  return `Changed ${username} from ${before} to ${role}; its sessions have ended.\n`
}

const disable: Action = async (database, request) => {
  const username = await known(database, request)
  const data = { disabledAt: new Date() }
  await changeTold(database, username, { action: 'account-disabled', data })
  return `Disabled ${username}; its sessions have ended.\n`
}

const enable: Action = async (database, request) => {
  const username = await known(database, request)
  const data = { disabledAt: null }
  await changeTold(database, username, { action: 'account-enabled', data })
  return `Enabled ${username}.\n`
}

const actions: Record<string, Action> = {
  ...{ list, add, disable, enable },
  ...{ role: changeRole, password: setPassword },
}

/** Lists, adds and changes accounts as the database's owner; returns what to tell the person at the terminal. */
export const changeAccounts = async (
  ownerUrl: string,
  request: AccountRequest,
): Promise<string> => {
  const action = Object.hasOwn(actions, request.action) ? actions[request.action] : undefined
  if (!action)
    throw new RefusedToStart('Choose one of list, add, role, password, disable and enable.')
  await migrate(ownerUrl)
  const database = openDatabase(ownerUrl, { connections: 1 })
  return action(database, request).finally(() => database.$disconnect())
}
