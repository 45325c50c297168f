import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { RefusedToStart } from '../refused-to-start.ts'
import { killWorkers, worksIn } from './server-workers.ts'

const patienceMs = 15_000
const politeMs = 5_000

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const endServer = async (pid: number, data: string) => {
  const began = Date.now()
  while (await worksIn(pid, data)) {
    const waited = Date.now() - began
    if (waited > patienceMs)
      throw new RefusedToStart(
        `A PostgreSQL left over from an earlier run (process ${pid}) does not end: stop it, then start again.`,
      )
    process.kill(pid, waited < politeMs ? 'SIGINT' : 'SIGQUIT')
    await pause(50)
  }
}

/**
 * Ends a server that an earlier run left behind on this data, and clears the notes of one whose number now belongs to
 * another process, or to a dead one that nobody has collected; workers that outlived their server go too. To be called only by the holder of the folder's lock.
 */
export const clearStaleServer = async (data: string): Promise<void> => {
  for (const note of ['postmaster.pid', '.s.PGSQL.5432.lock']) {
    const file = join(data, note)
    const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10)
    if (!(pid > 1) || !isAlive(pid)) continue
    if (process.platform !== 'linux')
      throw new RefusedToStart(
        `Process ${pid} may be a PostgreSQL left over on this data: stop it, then start again.`,
      )
    if (await worksIn(pid, data)) await endServer(pid, data)
    else await rm(file, { force: true })
  }
  await killWorkers(data)
}
