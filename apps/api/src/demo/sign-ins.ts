import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { passwordMatches } from '../accounts/password.ts'
import { randomPassword } from '../accounts/random-password.ts'
import { Role } from '../contract.ts'
import type { Database } from '../postgres/client.ts'

const SignIns = z.array(z.strictObject({ role: Role, username: z.string(), password: z.string() }))

/** The demo accounts' sign-ins as the file of them says. */
export type SignIns = z.infer<typeof SignIns>

/** The sign-ins that the accounts really have, and the file they stand in. */
export type DemoSignIns = { file: string; signIns: SignIns }

const fileIn = (dataFolder: string) => join(dataFolder, 'demo-logins.json')

const read = async (dataFolder: string): Promise<SignIns> => {
  try {
    return SignIns.parse(JSON.parse(await readFile(fileIn(dataFolder), 'utf8')))
  } catch {
    return []
  }
}

const write = async (dataFolder: string, signIns: SignIns) => {
  const file = fileIn(dataFolder)
  const half = await open(`${file}.new`, 'w', 0o600)
  await half
    .chmod(0o600)
    .then(() => half.writeFile(`${JSON.stringify(signIns, undefined, 2)}\n`))
    .then(() => half.sync())
    .finally(() => half.close())
  await rename(`${file}.new`, file)
}

/**
 * The sign-ins to make demo accounts with. They are on disk before any account is, so that no kill between the two
 * can lose a password, and they are used again when they are already there.
 */
export const prepareSignIns = async (dataFolder: string): Promise<SignIns> => {
  const known = await read(dataFolder)
  if (Role.options.every((role) => known.some((signIn) => signIn.role === role))) return known
  const signIns = Role.options.map((role) => ({
    role,
    username: `demo-${role}`,
    password: randomPassword(),
  }))
  await write(dataFolder, signIns)
  return signIns
}

/** The sign-ins of the file that still open their accounts. */
export const demoSignIns = async (database: Database, dataFolder: string): Promise<DemoSignIns> => {
  const known = await read(dataFolder)
  const opens = await Promise.all(
    known.map(async ({ username, password }) => {
      const account = await database.account.findUnique({ where: { username } })
      return account !== null && passwordMatches(password, account.passwordHash)
    }),
  )
  return { file: fileIn(dataFolder), signIns: known.filter((_, index) => opens[index]) }
}
