import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { createCluster } from './cluster.ts'
import { findServerAccount } from './server-account.ts'
import { findServerFiles } from './server-files.ts'
import { socketUrl } from './socket.ts'
import { clearStaleServer } from './stale-server.ts'
import { keepRunning } from './supervisor.ts'

/** A running embedded server: the owner migrates, the application has the application's rights alone. */
export type Embedded = { ownerUrl: string; appUrl: string; stop: () => Promise<void> }

const Passwords = z.strictObject({ owner: z.string(), app: z.string() })

const access = `# Only over the socket in this folder, only these two roles, only with their passwords.
local kyphoscreen kyphoscreen_owner scram-sha-256
local kyphoscreen kyphoscreen_app   scram-sha-256
`

const statements = ({ owner, app }: z.infer<typeof Passwords>) => [
  `CREATE ROLE kyphoscreen_owner LOGIN PASSWORD '${owner}';`,
  `CREATE ROLE kyphoscreen_app LOGIN PASSWORD '${app}';`,
  'GRANT kyphoscreen_app TO kyphoscreen_owner;',
  'CREATE DATABASE kyphoscreen OWNER kyphoscreen_owner;',
  'REVOKE ALL ON DATABASE kyphoscreen FROM PUBLIC;',
  'GRANT CONNECT ON DATABASE kyphoscreen TO kyphoscreen_app;',
]

const randomPassword = () => randomBytes(24).toString('base64url')

const plan = () => {
  const passwords = { owner: randomPassword(), app: randomPassword() }
  return { access, statements: statements(passwords), note: JSON.stringify(passwords) }
}

/** The addresses of the database in a cluster's folder, for its owner and for the application. */
export const embeddedUrls = async (
  folder: string,
): Promise<{ ownerUrl: string; appUrl: string }> => {
  const passwords = Passwords.parse(
    JSON.parse(await readFile(join(folder, 'passwords.json'), 'utf8')),
  )
  const at = (role: 'owner' | 'app') =>
    socketUrl(join(folder, 'data'), `kyphoscreen_${role}`, passwords[role], 'kyphoscreen')
  return { ownerUrl: at('owner'), appUrl: at('app') }
}

/** Starts the embedded PostgreSQL of a folder, making it first when there is none, and keeps it running until stopped. */
export const startEmbedded = async (folder: string): Promise<Embedded> => {
  const data = join(folder, 'data')
  const account = await findServerAccount(data)
  const place = {
    files: await findServerFiles(account),
    data,
    log: join(folder, 'server.log'),
    account,
  }
  await createCluster(folder, place, plan())
  await clearStaleServer(data)
  const urls = await embeddedUrls(folder)
  const stop = await keepRunning(place, urls.appUrl)
  return { ...urls, stop }
}
