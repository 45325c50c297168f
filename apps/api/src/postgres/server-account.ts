import { readFile, stat } from 'node:fs/promises'
import { RefusedToStart } from '../refused-to-start.ts'

/** The operating-system user that PostgreSQL runs as when this process is root, which PostgreSQL refuses to be. */
export type ServerAccount = { uid: number; gid: number }

const preferred = ['postgres', 'nobody']

const named = (passwd: string, name: string): ServerAccount | undefined => {
  const fields = passwd
    .split('\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.split(':')
  return fields && { uid: Number(fields[2]), gid: Number(fields[3]) }
}

/** The user to run PostgreSQL as: none when this process is not root, else the data's owner, else an ordinary user. */
export const findServerAccount = async (data: string): Promise<ServerAccount | undefined> => {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(data).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const passwd = await readFile('/etc/passwd', 'utf8')
  const account = preferred
    .map((name) => named(passwd, name))
    .find((found) => found !== undefined && found.uid !== 0)
  if (account) return account
  throw new RefusedToStart(
    'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody": start as an ordinary user, or set DATABASE_URL.',
  )
}
