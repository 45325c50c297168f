import { createReadStream } from 'node:fs'
import { copyIn, openSession } from '../../apps/api/src/imports/session.ts'
import { columns } from './rows.ts'

/** Times the copying of a file into a table of texts without a key, a check or an index, in seconds. */
export async function bareCopy(url: string, file: string): Promise<number> {
  const session = await openSession(url)
  try {
    const texts = columns.map((name) => `"${name}" text`).join(', ')
    await session.query(`CREATE TABLE bare (${texts})`)
    const began = performance.now()
    await copyIn(session, 'COPY bare FROM STDIN (FORMAT csv, HEADER)', createReadStream(file))
    const seconds = (performance.now() - began) / 1000
    await session.query('DROP TABLE bare')
    return seconds
  } finally {
    await session.end()
  }
}
