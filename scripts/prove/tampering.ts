import { attacks } from '../../apps/api/test/audit-attacks.ts'
import { copiedDatabase } from '../../apps/api/test/fresh-database.ts'
import { startTestPostgres } from '../../apps/api/test/postgres.ts'
import { type TamperedLog, tamperedLog } from '../../apps/api/test/tampered-log.ts'
import type { Proven } from './proven.ts'

const cleanChecks = 1_000

type Check = () => Promise<string | undefined>

async function countFound(times: number, attack: (seed: number) => Promise<Check>) {
  let found = 0
  for (let seed = 0; seed < times; seed += 1) {
    const check = await attack(seed)
    if (await check()) found += 1
  }
  return found
}

async function falseAlarms(check: Check) {
  let alarms = 0
  for (let time = 0; time < cleanChecks; time += 1) if (await check()) alarms += 1
  return alarms
}

/** Takes one guard of the log off for the time of a check. */
const unguarded = (log: TamperedLog, check: Check) => async (seed: number) => {
  const { guards, takeOff, putOn } = log.intruder
  const guard = guards[seed % guards.length]
  if (!guard) throw new Error('the log has no guard')
  await takeOff(guard)
  return async () => {
    const what = await check()
    await putOn(guard)
    return what === 'unguarded' ? what : undefined
  }
}

/** Attacks the log as the database’s superuser, each kind so many times, and checks it each time as a whole, against checkpoints held elsewhere. */
export async function prove(times = 100): Promise<Proven> {
  const server = await startTestPostgres()
  const fresh = await copiedDatabase(server)
  const { checkLog } = await import('../../apps/api/src/audit/check-log.ts')
  const log = await tamperedLog(fresh)
  const check: Check = async () => (await checkLog(fresh.database, log.held)).fault?.what
  const alarms = await falseAlarms(check)
  const found: [string, number][] = [
    ['take the triggers off', await countFound(times, unguarded(log, check))],
  ]
  await log.intruder.openUp()
  for (const kind of Object.keys(attacks)) {
    const carriedOut = async (seed: number) => {
      await log.carryOut(kind, seed)
      return async () => {
        const what = await check()
        return what === 'unguarded' ? undefined : what
      }
    }
    found.push([kind, await countFound(times, carriedOut)])
  }
  await log.close()
  await fresh.close()
  await server.stop()
  return {
    holds: alarms === 0 && found.every(([, count]) => count === times),
    lines: [
      ...found.map(([kind, count]) => `${String(count).padStart(4)} of ${times} found: ${kind}`),
      `${alarms} false alarms in ${cleanChecks} clean checks`,
    ],
  }
}
