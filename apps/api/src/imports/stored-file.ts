import { buffer } from 'node:stream/consumers'
import { escapeLiteral } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Session } from './session.ts'

/** How many bytes of a file are kept in a row. */
export const chunkBytes = 1024 * 1024

/** How many bytes of a file are read and stored at a time. */
export const pieceBytes = chunkBytes / 2

/** In the binary format of COPY, the length of a row's only field stands here, and then the field; without a row there is less. */
const lengthAt = 21

/** Gives a piece of an import's file as it was sent; empty past its end. It is read by COPY, as an answer to a query would come in hexadecimal text. */
export async function readPiece(
  session: Session,
  importId: string,
  number: number,
): Promise<Buffer<ArrayBuffer>> {
  const at = number * pieceBytes
  const chunk = `SELECT substring("bytes" FROM ${(at % chunkBytes) + 1} FOR ${pieceBytes}) FROM "ImportChunk"
    WHERE "importId" = ${escapeLiteral(importId)} AND "number" = ${Math.floor(at / chunkBytes)}`
  const copied = await buffer(session.query(copyTo(`COPY (${chunk}) TO STDOUT (FORMAT binary)`)))
  if (copied.length <= lengthAt) return Buffer.alloc(0)
  const from = lengthAt + 4
  return copied.subarray(from, from + copied.readUInt32BE(lengthAt))
}

/** Keeps the next piece of an import's file. */
export const writeChunk = (session: Session, importId: string, number: number, bytes: Buffer) =>
  session.query({
    name: 'write-chunk',
    text: 'INSERT INTO "ImportChunk" ("importId", "number", "bytes") VALUES ($1, $2, $3)',
    values: [importId, number, bytes],
  })
