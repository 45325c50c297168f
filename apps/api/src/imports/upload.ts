import type { Actor } from '../audit/entry.ts'
import type { Import } from '../contract.ts'
import { largestImport } from '../contract.ts'
import { Refused, refusedField } from '../problems.ts'
import { appendTo, namedImport } from './append-entry.ts'
import { type Layout, layoutOf, UnreadableFile } from './layout.ts'
import { inTransaction, openSession, type Session } from './session.ts'
import { chunkBytes, writeChunk } from './stored-file.ts'

/** A file to keep: its bytes as they come, of which kind it is said to be, and who sends it. */
export type SentFile = {
  bytes: AsyncIterable<Buffer>
  format: Import['format']
  byId: string
  by: Actor
  at: Date
}

/** Gathers bytes into pieces of one size; the last one may be smaller. A piece holds until the next one is asked for. */
async function* inChunks(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunk = Buffer.allocUnsafe(chunkBytes)
  let size = 0
  for await (const part of bytes) {
    for (let at = 0; at < part.length; ) {
      const copied = part.copy(chunk, size, at)
      at += copied
      size += copied
      if (size < chunkBytes) continue
      yield chunk
      size = 0
    }
  }
  if (size > 0) yield chunk.subarray(0, size)
}

function readLayout(head: Buffer, format: Import['format'], whole: boolean): Layout {
  try {
    return layoutOf(head, format, whole)
  } catch (error) {
    if (error instanceof UnreadableFile) throw refusedField('', error.message)
    throw error
  }
}

async function writeFile(
  session: Session,
  { bytes, format, byId, by, at }: SentFile,
): Promise<string> {
  const { rows } = await session.query<{ id: string }>(
    `INSERT INTO "Import" ("id", "state", "format", "layout", "createdById", "createdAt")
     VALUES (gen_random_uuid(), 'staged', $1, '{}', $2, $3) RETURNING "id"`,
    [format, byId, at],
  )
  const id = rows[0]?.id ?? ''
  let layout: Layout | undefined
  let number = 0
  let size = 0
  for await (const chunk of inChunks(bytes)) {
    layout ??= readLayout(chunk, format, chunk.length < chunkBytes)
    size += chunk.length
    if (size > largestImport) throw new Refused('import-too-large')
    await writeChunk(session, id, number, chunk)
    number += 1
  }
  layout ??= readLayout(Buffer.alloc(0), format, true)
  await session.query(
    `UPDATE "Import" SET "layout" = $2, "bytes" = $3, "read" = $4, "line" = $5 WHERE "id" = $1`,
    [id, layout, size, layout.start.used, layout.start.line],
  )
  const details = { format, bytes: size }
  await appendTo(session, by, { action: 'import-uploaded', on: namedImport(id), details })
  return id
}

/** Keeps a file as it comes, a piece at a time, in one transaction: all of it, or nothing. Gives the import's id. */
export async function keepFile(url: string, file: SentFile): Promise<string> {
  const session = await openSession(url)
  try {
    return await inTransaction(session, () => writeFile(session, file))
  } finally {
    await session.end()
  }
}
