import { spawn } from 'node:child_process'
import { chown, mkdir, mkdtemp, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { explainServerWords } from './server-log.ts'
import { dataArgument, type ServerPlace, serverEnvironment } from './server-process.ts'
import { watchOver } from './watchdog.ts'

/** What a new cluster is made with: who may connect, the statements run once as its superuser, and a note kept beside it. */
export type ClusterPlan = { access: string; statements: string[]; note: string }

const initialise = [
  '--username=postgres',
  '--auth=reject',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  '--no-sync',
]

const run = async (place: ServerPlace, program: string, arguments_: string[], input = '') => {
  const child = spawn(join(place.files, 'bin', program), arguments_, {
    cwd: place.data,
    env: serverEnvironment,
    detached: true,
    ...place.account,
  })
  const ended = new Promise<number | null>((resolve, reject) =>
    child.once('exit', resolve).once('error', reject),
  )
  const release =
    child.pid === undefined ? () => undefined : watchOver(child.pid, place.data, 'TERM')
  child.stdin.on('error', () => undefined).end(input)
  const words = await Promise.all([text(child.stdout), text(child.stderr)])
  const code = await ended.finally(release)
  if (code !== 0 || /^.*\b(?:ERROR|FATAL):/m.test(words.join('\n')))
    throw explainServerWords(words.join('\n'))
}

const flush = async (path: string) => {
  const handle = await open(path)
  await handle.sync().finally(() => handle.close())
}

const removeHalfMade = async (folder: string) => {
  for (const name of await readdir(dirname(folder)))
    if (name.startsWith(`${basename(folder)}.new-`))
      await rm(join(dirname(folder), name), { recursive: true, force: true }).catch(() => undefined)
}

const fill = async (place: ServerPlace, plan: ClusterPlan) => {
  const data = ['-D', dataArgument(place.data)]
  await run(place, 'initdb', [...data, ...initialise])
  await writeFile(join(place.data, 'pg_hba.conf'), plan.access)
  const single = ['--single', ...data, '-c', 'log_min_error_statement=panic', 'postgres']
  await run(place, 'postgres', single, `${plan.statements.join('\n')}\n`)
  await run(place, 'initdb', [...data, '--sync-only'])
}

/** Makes a cluster in a folder, whole or not at all: it is built and flushed beside it, then renamed. */
export const createCluster = async (
  folder: string,
  place: ServerPlace,
  plan: ClusterPlan,
): Promise<void> => {
  await removeHalfMade(folder)
  if (await stat(folder).catch(() => undefined)) return
  const half = await mkdtemp(`${folder}.new-`)
  const data = join(half, 'data')
  await mkdir(data, { mode: 0o700 })
  if (place.account) await chown(data, place.account.uid, place.account.gid)
  await fill({ ...place, data }, plan)
  await writeFile(join(half, 'passwords.json'), plan.note, { mode: 0o600, flush: true })
  await flush(half)
  await rename(half, folder)
  await flush(dirname(folder))
}
