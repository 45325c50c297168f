import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { generateClient } from '../../apps/api/src/generate-client.ts'
import { startEmbedded } from '../../apps/api/src/postgres/embedded.ts'
import { makeWriters } from './made-writers.ts'

/** Writes receipts of invented screenings, the whole log and the key they are checked with, for trying a verifier: `npm run bench:receipts -- FOLDER COUNT`. */
async function make(folder: string, count: number, data: string): Promise<void> {
  const { ownerUrl, appUrl, stop } = await startEmbedded(join(data, 'pg18'))
  try {
    const { migrate } = await import('../../apps/api/src/postgres/migrate.ts')
    const { openDatabase } = await import('../../apps/api/src/postgres/client.ts')
    const { auditOf } = await import('../../apps/api/src/audit/audit.ts')
    const { writersOf } = await import('./writers.ts')
    const { screenings } = await import('./records.ts')
    await migrate(ownerUrl)
    const owner = openDatabase(ownerUrl, { connections: 1 })
    const database = openDatabase(appUrl)
    const places = { folder: join(data, 'audit') }
    const tellFault = () => undefined
    const audit = auditOf({ database, clock: () => new Date(), places, tellFault })
    const writers = await makeWriters(owner)
    const { chained } = writersOf({ database, owner }, screenings)
    for (let written = 0; written < count; written += writers.length) {
      await Promise.all(writers.slice(0, count - written).map(chained))
      await audit.sign()
    }
    const reader = { accountId: '', role: 'admin' } as const
    for (const { id } of await database.screening.findMany({ select: { id: true } })) {
      const { text } = await audit.receipts.of({ kind: 'screening', id }, reader)
      await writeFile(join(folder, `receipt-${id}.json`), text)
    }
    await writeFile(join(folder, 'log.ndjson'), await audit.signedLog())
    await writeFile(join(folder, 'public-key'), `${await audit.verifierLine()}\n`)
    await Promise.all([database.$disconnect(), owner.$disconnect()])
  } finally {
    await stop()
  }
}

const [folder, count = '1000'] = process.argv.slice(2)
if (folder === undefined || !/^[1-9]\d{0,5}$/.test(count)) {
  process.stderr.write('Usage: npm run bench:receipts -- FOLDER COUNT\n')
  process.exitCode = 2
} else {
  await generateClient()
  await mkdir(resolve(folder), { recursive: true })
  const data = await mkdtemp(join(tmpdir(), 'kyphoscreen-receipts-'))
  await make(resolve(folder), Number(count), data).finally(() =>
    rm(data, { recursive: true, force: true }),
  )
}
