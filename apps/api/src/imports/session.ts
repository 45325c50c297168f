import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { stagedColumns } from './staged-row.ts'

/** A connection of an import's own, for work that is longer than a request may be. */
export type Session = Client

/** Opens a connection of an import's own. */
export async function openSession(url: string): Promise<Session> {
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

const staging = `
  SET temp_buffers = '32MB';
  SET work_mem = '32MB';
  CREATE TEMP TABLE staged (${stagedColumns}) ON COMMIT DELETE ROWS;
  CREATE TEMP TABLE seen ("line" int, "mrn" text, "birthDate" date, "externalId" text, "patientId" uuid);
  CREATE TEMP TABLE judged ("line" int, "patientId" uuid, "verdict" text) ON COMMIT DELETE ROWS;
`

/** Opens a connection with the tables that rows are staged in; they are gone with it. */
export async function openStaging(url: string): Promise<Session> {
  const session = await openSession(url)
  await session.query(staging)
  return session
}

/** Sends bytes into a table by a COPY statement, as they come. */
export const copyIn = (
  session: Session,
  statement: string,
  bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> => pipeline(Readable.from(bytes), session.query(copyFrom(statement)))

/** Sends rows into the staging table by COPY. */
export const copyStaged = (session: Session, rows: Uint8Array): Promise<void> =>
  copyIn(session, 'COPY staged FROM STDIN', [
    Buffer.from(rows.buffer, rows.byteOffset, rows.length),
  ])

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
