import type { NewEntry } from '../audit/entry.ts'
import { appendTo, namedImport } from './append-entry.ts'
import { checkBatch, listOtherBirthDates, storeBatch } from './batch.ts'
import type { Claim } from './claim.ts'
import { countVerdicts } from './judge-sql.ts'
import { mostListedErrors } from './most-listed-errors.ts'
import { piecesOf } from './pieces.ts'
import { inTransaction, openJudging, openSession, type Session } from './session.ts'

/** How a run ended; `stopped` and `lost` ones are gone on with by whoever takes them over. */
export type RunEnd = 'finished' | 'cancelled' | 'stopped' | 'lost'

const reset = `
  UPDATE "Import" SET "read" = $2, "line" = $3, "rows" = 0, "imported" = 0, "skipped" = 0,
    "refused" = 0, "patients" = 0, "listedErrors" = 0 WHERE "id" = $1`

/** A dry run keeps nothing between batches, so it always begins at the beginning. */
const beginChecking = (session: Session, { id, layout }: Claim) =>
  inTransaction(session, async () => {
    await session.query('DELETE FROM "ImportError" WHERE "importId" = $1', [id])
    await session.query(reset, [id, layout.start.used, layout.start.line])
  })

type Counted = typeof noRows & { otherBirthDates: number[] }
const noRows = { imported: 0, skipped: 0, refused: 0, patients: 0 }

const tellEnd = (
  session: Session,
  { id, by }: Claim,
  told: Pick<NewEntry, 'reason' | 'outcome' | 'details'>,
) => appendTo(session, by, { action: 'import-finished', on: namedImport(id), ...told })

const finishChecking = (session: Session, claim: Claim) =>
  inTransaction(session, async () => {
    const { rows } = await session.query<{ listedErrors: number }>(
      'SELECT "listedErrors" FROM "Import" WHERE "id" = $1 FOR UPDATE',
      [claim.id],
    )
    const counted = await session.query<Counted>(countVerdicts, [mostListedErrors])
    const judged = counted.rows[0] ?? { ...noRows, otherBirthDates: [] }
    const before = rows[0]?.listedErrors ?? 0
    const listed = await listOtherBirthDates(session, claim, judged.otherBirthDates, before)
    await session.query(
      `UPDATE "Import" SET "state" = 'checked', "runnerId" = NULL, "heartbeatAt" = NULL, "imported" = $3, "skipped" = $4,
         "refused" = "refused" + $5, "patients" = $6, "listedErrors" = "listedErrors" + $7
       WHERE "id" = $1 AND "runnerId" = $2 AND "state" = 'checking'`,
      [
        ...[claim.id, claim.runnerId, judged.imported, judged.skipped, judged.refused],
        ...[judged.patients, listed],
      ],
    )
    await tellEnd(session, claim, { reason: 'dry-run' })
  })

/** Ends an import for good, when all that it stored is safe on the disk; its file is thrown away. */
export const endImport = (
  session: Session,
  claim: Claim,
  state: 'done' | 'cancelled' | 'failed',
  failure: string | null = null,
): Promise<void> =>
  inTransaction(session, async () => {
    const { id, runnerId } = claim
    await session.query('SET LOCAL synchronous_commit TO DEFAULT')
    const { rows } = await session.query(
      `UPDATE "Import" SET "state" = $3, "failure" = $4, "finishedAt" = now(), "runnerId" = NULL, "heartbeatAt" = NULL
       WHERE "id" = $1 AND "runnerId" = $2
       RETURNING "rows", "imported", "skipped", "refused", "patients"`,
      [id, runnerId, state, failure],
    )
    const [counts] = rows
    if (!counts) return
    await session.query('DELETE FROM "ImportChunk" WHERE "importId" = $1', [id])
    const outcome = state === 'failed' ? 'failed' : 'done'
    await tellEnd(session, claim, { reason: state, outcome, details: { counts } })
  })

const tellTakenOver = (session: Session, { id, by }: Claim) =>
  appendTo(session, by, { action: 'import-taken-over', on: namedImport(id) })

async function runPieces(
  session: Session,
  files: Session,
  claim: Claim,
  isStopping: () => boolean,
): Promise<RunEnd> {
  const checking = claim.state === 'checking'
  if (claim.takenOver) await tellTakenOver(session, claim)
  if (checking) await beginChecking(session, claim)
  const scratches = [{ bytes: Buffer.alloc(0) }, { bytes: Buffer.alloc(0) }]
  const storing = { session, scratches, judges: false }
  for await (const piece of piecesOf(files, claim)) {
    if (isStopping()) return 'stopped'
    const end = await (checking ? checkBatch : storeBatch)(storing, claim, piece)
    if (end === 'lost') return 'lost'
    if (end === 'cancel-asked') {
      await endImport(session, claim, 'cancelled')
      return 'cancelled'
    }
  }
  await (checking ? finishChecking(session, claim) : endImport(session, claim, 'done'))
  return 'finished'
}

/** Runs a claimed import, or its dry run, batch by batch until it ends, is cancelled, is stopped or belongs to another process. */
export async function runImport(
  url: string,
  claim: Claim,
  isStopping: () => boolean,
): Promise<RunEnd> {
  const session = await openJudging(url, claim.state === 'checking' ? 'all' : 'a batch')
  try {
    const files = await openSession(url)
    try {
      return await runPieces(session, files, claim, isStopping)
    } finally {
      await files.end()
    }
  } finally {
    await session.end()
  }
}
