import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client, type ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { copyHead, copyTail } from './copy-fields.ts'
import type { CopyLines } from './copy-lines.ts'

/** A connection that an import works on. */
export type Session = ClientBase

/** A connection of an import's own, for work that is longer than a request may be; whoever opens it ends it. */
export type OwnSession = Client

/** Opens a connection of an import's own. */
export async function openSession(url: string): Promise<OwnSession> {
  const session = new Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
  })
  session.on('error', () => undefined)
  await session.connect()
  return session
}

const keys = (of: 'a batch' | 'all') => `
  SET work_mem = '32MB';
  SET synchronous_commit = off;
  CREATE TEMP TABLE keys ("line" int, "patientId" uuid, "mrn" text, "birthDate" date, "externalId" text)
    ON COMMIT ${of === 'all' ? 'PRESERVE' : 'DELETE'} ROWS;
`

/** Opens a connection with the table that rows are judged in: of one batch, or of all of a dry run. It does not wait for the disk: a batch that is lost with the power is lost with the place it moved, and stored again. */
export async function openJudging(url: string, of: 'a batch' | 'all'): Promise<OwnSession> {
  const session = await openSession(url)
  await session.query(keys(of))
  return session
}

/** Sends bytes into a table by a COPY statement, as they come. */
export const copyIn = (
  session: Session,
  statement: string,
  bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> => pipeline(Readable.from(bytes), session.query(copyFrom(statement)))

/** Sends rows into columns of a table. */
export const copyRowsIn = (
  session: Session,
  columns: string,
  rows: readonly Uint8Array[],
): Promise<void> =>
  copyIn(session, `COPY ${columns} FROM STDIN (FORMAT binary)`, [copyHead, ...rows, copyTail])

/** Sends the keys of rows to be judged. */
export const copyKeys = (session: Session, { bytes }: CopyLines): Promise<void> =>
  copyRowsIn(session, 'keys', [Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)])

/** Does work in one transaction: all of it, or nothing. */
export async function inTransaction<Answer>(
  session: Session,
  work: () => Promise<Answer>,
): Promise<Answer> {
  await session.query('BEGIN')
  try {
    const answer = await work()
    await session.query('COMMIT')
    return answer
  } catch (error) {
    await session.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}
