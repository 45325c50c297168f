import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import { canonicalJson } from './canonical-json.ts'
import { type Checkpoint, openCheckpoint } from './checkpoint.ts'
import type { Logged } from './log-check.ts'
import { loggedPages } from './logged-pages.ts'
import { entryWritten, sealWritten } from './receipt.ts'
import type { NoteVerifier } from './signed-note.ts'

const lineOf = ({ entry, seal }: Logged) =>
  `${canonicalJson({ ...entryWritten(entry), sealed: seal && sealWritten(seal) })}\n`

/** Gives the newest checkpoint that the database keeps; refused when it is not signed by the key. */
async function newestCheckpoint(database: Database, verifier: NoteVerifier) {
  const row = await database.auditCheckpoint.findFirst({ orderBy: { size: 'desc' } })
  const checkpoint = row && openCheckpoint(row.note, verifier)
  if (!row || !checkpoint) throw new Refused('log-at-fault')
  return { note: row.note, checkpoint }
}

async function* linesOf(
  database: Database,
  { note, checkpoint: { size } }: { note: string; checkpoint: Checkpoint },
): AsyncGenerator<string> {
  yield `${canonicalJson({ format: 'kyphoscreen-log-1' })}\n`
  for await (const page of loggedPages(database)) {
    const signed = page.filter(({ entry }) => entry.sequence <= size)
    yield signed.map(lineOf).join('')
    if (signed.length < page.length) break
  }
  yield `${canonicalJson({ checkpoint: note })}\n`
}

/** Gives the lines of the log up to its newest checkpoint, as docs/receipt-format.md has them. */
export const wholeLog = async (
  database: Database,
  verifier: NoteVerifier,
): Promise<AsyncGenerator<string>> => linesOf(database, await newestCheckpoint(database, verifier))
