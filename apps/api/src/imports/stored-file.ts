import type { Session } from './session.ts'

/** How many bytes of a file are kept, read and stored at a time. */
export const chunkBytes = 1024 * 1024

/** Gives a piece of an import's file as it was sent; empty past its end. */
export async function readChunk(
  session: Session,
  importId: string,
  number: number,
): Promise<Buffer> {
  const { rows } = await session.query<{ bytes: Buffer }>({
    name: 'read-chunk',
    text: 'SELECT "bytes" FROM "ImportChunk" WHERE "importId" = $1 AND "number" = $2',
    values: [importId, number],
  })
  return rows[0]?.bytes ?? Buffer.alloc(0)
}

/** Keeps the next piece of an import's file. */
export const writeChunk = (session: Session, importId: string, number: number, bytes: Buffer) =>
  session.query({
    name: 'write-chunk',
    text: 'INSERT INTO "ImportChunk" ("importId", "number", "bytes") VALUES ($1, $2, $3)',
    values: [importId, number, bytes],
  })
