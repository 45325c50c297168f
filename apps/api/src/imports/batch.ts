import { appendTo, namedImport } from './append-entry.ts'
import type { Claim } from './claim.ts'
import type { Layout } from './layout.ts'
import { listErrors } from './listed-errors.ts'
import type { ReadPiece } from './piece-reader.ts'
import { copyKeys, inTransaction, type Session } from './session.ts'
import { type Storing, storeRows } from './store-rows.ts'

/** What became of a batch: it was stored, the import was asked to end, or another process has it. */
export type BatchEnd = 'stored' | 'cancel-asked' | 'lost'

/** A row was there already, or another transaction was there first or in the way: the batch is judged, or judged anew. */
const worthAnotherTry = ['23505', '23503', '40001', '40P01']
const mostTries = 10

const otherBirthDate =
  'differs from the birth date of the patient with this MRN; correct the MRN or the birth date'

/** Locks an import's row as its runner; undefined when it is another's by now. */
async function holdImport(session: Session, { id, runnerId, state }: Claim) {
  const { rows } = await session.query<{
    cancelAsked: boolean
    listedErrors: number
    read: string
  }>(
    `SELECT "cancelAsked", "listedErrors", "read" FROM "Import"
     WHERE "id" = $1 AND "runnerId" = $2 AND "state" = $3 FOR NO KEY UPDATE`,
    [id, runnerId, state],
  )
  return rows[0]
}

const birthDateColumn = ({ columns }: Layout) =>
  columns.find(({ to }) => to === 'birthDate')?.column ?? 'patient.birthDate'

/** Lists the lines whose patient has another birth date, as far as there is room; gives how many were listed. */
export const listOtherBirthDates = (
  session: Session,
  { id, layout }: Claim,
  lines: readonly number[],
  listed: number,
): Promise<number> => {
  const column = birthDateColumn(layout)
  const errors = lines.map((line) => ({ line, column, reason: otherBirthDate }))
  return listErrors(session, id, errors, listed)
}

const tellStored = (session: Session, { id, by }: Claim, referrals: readonly string[]) => {
  const action = 'import-batch-stored'
  return appendTo(session, by, { action, on: namedImport(id), details: { referrals } })
}

const storeOnce = (storing: Storing, claim: Claim, piece: ReadPiece): Promise<BatchEnd> => {
  const { session } = storing
  return inTransaction(session, async () => {
    const held = await holdImport(session, claim)
    if (!held) return 'lost'
    if (held.cancelAsked) return 'cancel-asked'
    const stored = await storeRows(storing, piece)
    const { imported, skipped, patients, otherBirthDates: others } = stored
    const listed = await listErrors(session, claim.id, piece.errors, held.listedErrors)
    const before = held.listedErrors + listed
    const alsoListed = await listOtherBirthDates(session, claim, others, before)
    await session.query(
      `UPDATE "Import" SET "read" = $2, "line" = $3, "rows" = "rows" + $4, "refused" = "refused" + $5,
         "imported" = "imported" + $6, "skipped" = "skipped" + $7, "patients" = "patients" + $8,
         "listedErrors" = "listedErrors" + $9, "heartbeatAt" = now() WHERE "id" = $1`,
      [
        ...[claim.id, piece.place.used, piece.place.line, piece.rows],
        ...[piece.refused + others.length, imported, skipped, patients, listed + alsoListed],
      ],
    )
    if (imported > 0) await tellStored(session, claim, stored.referrals)
    return 'stored'
  })
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** Stores the rows of a piece in one transaction, with the place in the file that they end at: all of them or none, and never twice. */
export async function storeBatch(
  storing: Storing,
  claim: Claim,
  piece: ReadPiece,
): Promise<BatchEnd> {
  for (let tries = 1; ; tries++) {
    try {
      return await storeOnce(storing, claim, piece)
    } catch (error) {
      if (tries === mostTries || !worthAnotherTry.includes(codeOf(error))) throw error
      storing.judges = true
    }
  }
}

/** Keeps of a piece what a dry run needs, and tells how far it has come. */
export const checkBatch = (
  { session }: Storing,
  claim: Claim,
  piece: ReadPiece,
): Promise<BatchEnd> =>
  inTransaction(session, async () => {
    const held = await holdImport(session, claim)
    if (!held) return 'lost'
    if (held.cancelAsked) return 'cancel-asked'
    await copyKeys(session, piece.lines.key)
    const listed = await listErrors(session, claim.id, piece.errors, held.listedErrors)
    await session.query(
      `UPDATE "Import" SET "read" = $2, "rows" = "rows" + $3, "refused" = "refused" + $4,
         "listedErrors" = "listedErrors" + $5, "heartbeatAt" = now() WHERE "id" = $1`,
      [claim.id, piece.place.used, piece.rows, piece.refused, listed],
    )
    return 'stored'
  })
