import { copyHead, copyTail } from './copy-fields.ts'
import type { Scratch } from './copy-lines.ts'
import { copyIn, type Session } from './session.ts'

/** Rows for columns of a table, as they are written into memory that holds until the next but one are. */
export type RowsToCopy = { into: string; rows: (scratch: Scratch) => readonly Uint8Array[] }

function* told(rows: readonly Uint8Array[], sent: () => void): Generator<Uint8Array> {
  yield copyHead
  yield* rows
  yield copyTail
  sent()
}

/** Sends rows into one table after the other; those for the next one are written while the database takes in those before. */
export async function copyInTurn(
  session: Session,
  all: readonly RowsToCopy[],
  scratches: readonly Scratch[],
): Promise<void> {
  const written = (turn: number) =>
    all[turn]?.rows(scratches[turn % scratches.length] ?? { bytes: Buffer.alloc(0) })
  let ahead = written(0)
  for (const [turn, { into }] of all.entries()) {
    const sent = Promise.withResolvers<void>()
    const statement = `COPY ${into} FROM STDIN (FORMAT binary)`
    const copying = copyIn(session, statement, told(ahead ?? [], sent.resolve))
    await Promise.race([sent.promise, copying])
    ahead = written(turn + 1)
    await copying
  }
}
