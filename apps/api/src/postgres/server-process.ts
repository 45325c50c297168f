import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { RefusedToStart } from '../refused-to-start.ts'
import type { ServerAccount } from './server-account.ts'
import { explainServerLog } from './server-log.ts'
import { killWorkers } from './server-workers.ts'
import { watchOver } from './watchdog.ts'

/** Where a server's programs and data are, and whom it runs as. */
export type ServerPlace = {
  files: string
  data: string
  log: string
  account: ServerAccount | undefined
}

/** A running server; `exited` settles when it has ended for whatever reason. */
export type ServerProcess = {
  exited: Promise<void>
  stop: () => Promise<void>
  abort: () => Promise<void>
}

const readyDeadlineMs = 60_000
const late =
  'The embedded PostgreSQL did not start in time: start again when the machine is less busy.'
const patienceMs = 4_000

const stopping: NodeJS.Signals[] = ['SIGINT', 'SIGQUIT']

const quietly = [
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_parameter_max_length_on_error=0',
  'log_checkpoints=off',
]
/** What an import of a hundred thousand referrals adds to, its indexes above all, stays in memory. */
const inMemory = ['shared_buffers=256MB']
const onOneSocket = [
  'listen_addresses=',
  'unix_socket_directories=.',
  'unix_socket_permissions=0700',
  'cluster_name=kyphoscreen',
]

/** The data folder as the server itself names it: its own working folder, so that no folder above need be open to it. */
export const dataArgument = (data: string): string =>
  process.platform === 'linux' ? '/proc/self/cwd' : data

/** The environment of the server's programs: nothing of ours. */
export const serverEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

const isReady = async (data: string, pid: number | undefined) => {
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  return lines[0] === `${pid}` && lines[7]?.trim() === 'ready'
}

const launch = async (place: ServerPlace, settings: string[]) => {
  const log = await open(place.log, 'w', 0o600)
  const arguments_ = [...onOneSocket, ...quietly, ...inMemory, ...settings].flatMap((it) => [
    '-c',
    it,
  ])
  const server = spawn(
    join(place.files, 'bin/postgres'),
    ['-D', dataArgument(place.data), ...arguments_],
    {
      cwd: place.data,
      env: serverEnvironment,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      ...place.account,
    },
  )
  await once(server, 'spawn').finally(() => log.close())
  return server
}

const hasEnded = (server: ChildProcess) => server.exitCode !== null || server.signalCode !== null

const endsWithin = async (server: ChildProcess, ms: number) => {
  if (!hasEnded(server))
    await once(server, 'exit', { signal: AbortSignal.timeout(ms) }).catch(() => undefined)
  return hasEnded(server)
}

/** Asks ever less politely until the server has ended; one that hears nothing is killed with all its workers. */
const ending = async (server: ChildProcess, data: string, signals: NodeJS.Signals[]) => {
  for (const signal of signals) {
    server.kill(signal)
    if (await endsWithin(server, patienceMs)) return
  }
  await killWorkers(data)
  await endsWithin(server, patienceMs)
}

/** Starts a server on its data and resolves when it takes connections; it never outlives this process. */
export const startServer = async (
  place: ServerPlace,
  settings: string[] = [],
): Promise<ServerProcess> => {
  const server = await launch(place, settings)
  const release = watchOver(server.pid ?? 0, place.data, 'INT')
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  void exited.then(release)
  const deadline = Date.now() + readyDeadlineMs
  while (!(await isReady(place.data, server.pid))) {
    if (hasEnded(server)) throw await explainServerLog(place.log)
    if (Date.now() > deadline) {
      await ending(server, place.data, stopping)
      throw new RefusedToStart(late)
    }
    await pause(20)
  }
  return {
    exited,
    stop: () => ending(server, place.data, stopping),
    abort: () => ending(server, place.data, ['SIGQUIT']),
  }
}
