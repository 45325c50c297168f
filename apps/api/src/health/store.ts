import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../postgres/client.ts'

const deadlineMilliseconds = 2_000

/** Asks the database for an answer and gives up after two seconds. */
export const databaseHealth = (database: Database) => async (): Promise<boolean> => {
  const asked = database.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  )
  return Promise.race([asked, pause(deadlineMilliseconds, false, { ref: false })])
}
