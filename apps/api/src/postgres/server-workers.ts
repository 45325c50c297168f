import { readdir, stat } from 'node:fs/promises'

const sameFolder = async (one: string, other: string) => {
  const [left, right] = await Promise.all([stat(one), stat(other)]).catch(() => [])
  return left !== undefined && left.dev === right?.dev && left.ino === right.ino
}

/** Whether a process is of the server of this data: it works inside the very folder; its number alone proves nothing. */
export const worksIn = (pid: number, data: string): Promise<boolean> =>
  sameFolder(`/proc/${pid}/cwd`, data)

/** Kills every process of the server of this data, the ones that no longer listen included. */
export const killWorkers = async (data: string): Promise<void> => {
  const numbers = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  for (const pid of numbers.map(Number))
    if (await worksIn(pid, data))
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It has ended in the meantime, which is what was wanted.
      }
}
