import { actsOf } from '../src/audit/acts.ts'
import { appendEntry } from '../src/audit/append.ts'
import { journalOf } from '../src/audit/journal.ts'
import { openDatabase } from '../src/postgres/client.ts'
import { type Acting, screeningAct } from './audited-acts.ts'

/** How many write at once, in how many processes of the product. */
export const racing = { processes: 4, writersOfEach: 8 } as const

/** How many writes were answered, and how many failed, of which nobody knows whether they were done. */
export type Raced = { answered: number; failed: number }

/** Writes one after the other in three ways, as the clients of one process, until each client has so many answers. */
export async function raceInOneProcess(
  url: string,
  who: Acting,
  writesOfEach: number,
): Promise<Raced> {
  const database = openDatabase(url, { connections: 4 })
  const [record, { note }] = [actsOf(database), journalOf(database)]
  const ways = [
    () => record(screeningAct(who)),
    () => note(who.by, { action: 'patient-viewed', patientId: who.patients[0] }),
    () =>
      database.$transaction((transaction) =>
        appendEntry(transaction, who.by, { action: 'sign-out' }),
      ),
  ]
  const raced = { answered: 0, failed: 0 }
  const client = async (number: number) => {
    for (let write = 0; write < writesOfEach; ) {
      try {
        await ways[(number + write) % 3]?.()
        write += 1
        raced.answered += 1
      } catch {
        raced.failed += 1
      }
    }
  }
  await Promise.all(Array.from({ length: racing.writersOfEach }, (_, number) => client(number)))
  await database.$disconnect()
  return raced
}

/** Adds up what the writers of several processes came to. */
export const together = (all: readonly Raced[]): Raced => ({
  answered: all.reduce((sum, { answered }) => sum + answered, 0),
  failed: all.reduce((sum, { failed }) => sum + failed, 0),
})
