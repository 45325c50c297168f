import { theServer } from '../src/audit/entry.ts'
import { openSession } from '../src/imports/session.ts'
import { keepFile } from '../src/imports/upload.ts'
import { header, rowOf } from './imported.ts'

/** How many rows such a file has. */
export const rowsInAll = 1_000
/** How a file differs from the usual one. */
export type Unusual = Partial<typeof usual>

/** Where a file is kept, by whom and when. */
type Keeping = { url: string; byId: string; at: Date }

const usual = {
  rows: rowsInAll,
  state: 'importing',
  reason: 'Back pain since a fall; please assess. '.repeat(80),
  row700: {},
}

async function* sent(bytes: Buffer) {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536)
}

/** Keeps a file whose rows are marked, usually one of several pieces, and asks for it to be run; gives its id. */
export async function keptAndAsked(
  { url, byId, at }: Keeping,
  mark: string,
  unusual: Unusual = {},
): Promise<string> {
  const { rows, state, reason, row700 } = { ...usual, ...unusual }
  const lines = Array.from({ length: rows }, (_, index) =>
    rowOf({
      externalId: `${mark}-${index}`,
      mrn: `${mark}-${index % (rows - 5)}`,
      reason,
      ...(index === 700 && row700),
    }),
  )
  const bytes = Buffer.from([header, ...lines, ''].join('\n'))
  const id = await keepFile(url, { format: 'csv', byId, by: theServer, at, bytes: sent(bytes) })
  const session = await openSession(url)
  await session.query('UPDATE "Import" SET "state" = $2 WHERE "id" = $1', [id, state])
  await session.end()
  return id
}
