import { createReadStream, createWriteStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import type { Import } from '../contract.ts'
import { databaseFailure } from '../database-failures.ts'
import { openDatabase } from '../postgres/client.ts'
import { migrate } from '../postgres/migrate.ts'
import { Refused } from '../problems.ts'
import { RefusedToStart } from '../refused-to-start.ts'
import { type Importer, importerOf } from './importer.ts'
import { mapColumns } from './map-columns.ts'
import { startThreadAhead } from './reading.ts'
import { startRunner } from './runner.ts'
import { type ImportStore, importStore } from './store.ts'

/** What the import command was asked to do. */
export type ImportRequest = {
  file: string
  dryRun: boolean
  mappingText: string | undefined
  errors?: string | undefined
  username?: string | undefined
}

const formats: Record<string, Import['format']> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
}

const everyMs = 500
const mostTries = 120

const formatOf = (file: string): Import['format'] => {
  const format = formats[extname(file).toLowerCase()]
  if (format) return format
  throw new RefusedToStart('The file must end in .csv, .tsv, .txt, .ndjson or .jsonl.')
}

const tell = ({ read, bytes, counts }: Import, end: string) => {
  if (process.stderr.isTTY !== true) return
  const percent = bytes === 0 ? 100 : Math.floor((read / bytes) * 100)
  process.stderr.write(`\r\u001b[K${percent} %, ${counts?.rows ?? 0} rows${end}`)
}

/** Reads how an import stands; a database that is busy is asked again for a while. */
async function readPatiently(imports: ImportStore, id: string): Promise<Import> {
  for (let tries = 1; ; tries++) {
    try {
      return await imports.read(id)
    } catch (error) {
      if (tries === mostTries || databaseFailure(error) !== 'server-busy') throw error
      await pause(everyMs)
    }
  }
}

async function ended(imports: ImportStore, id: string): Promise<Import> {
  for (;;) {
    const now = await readPatiently(imports, id)
    const running = now.state === 'checking' || now.state === 'importing'
    tell(now, running ? '' : '\n')
    if (!running) return now
    await pause(everyMs)
  }
}

const summary = ({ state, counts, failure }: Import, dryRun: boolean) => {
  if (failure !== null) return `${failure}\n`
  const { rows = 0, imported = 0, skipped = 0, refused = 0, patients = 0 } = counts ?? {}
  const verb = dryRun ? 'would be imported' : 'imported'
  const before = state === 'cancelled' ? 'Cancelled. ' : ''
  return `${before}${rows} rows: ${imported} ${verb} with ${patients} new patients, ${skipped} skipped as they are there already, ${refused} refused.\n`
}

/** Says a refusal in the words it would have on the wire. */
const inWords = (error: unknown) => {
  const said = error instanceof Refused ? error.errors : undefined
  if (!said) return error
  return new RefusedToStart(
    said.map(({ pointer, reason }) => `${pointer || 'The file'} ${reason}.`).join('\n'),
  )
}

async function importWith(
  imports: ImportStore,
  who: Importer,
  { file, dryRun, mappingText, errors }: ImportRequest,
): Promise<number> {
  const format = formatOf(file)
  await open(file).then((handle) => handle.close())
  const by = { who, address: null, requestId: null }
  const sent = { bytes: createReadStream(file), format, byId: who.accountId, by }
  const { id } = await imports.keep(sent)
  const cancel = () => void imports.cancel(id, by).catch(() => undefined)
  process.once('SIGINT', cancel)
  if (mappingText !== undefined) await mapColumns(imports, { id, by }, mappingText)
  await (dryRun ? imports.tryOut(id, by) : imports.run(id, by))
  const now = await ended(imports, id)
  process.stdout.write(summary(now, dryRun))
  if (errors !== undefined) {
    await pipeline(Readable.from(await imports.errors(id)), createWriteStream(errors))
  }
  if (dryRun && now.state === 'checked') await imports.cancel(id, by)
  if (now.state !== 'done' && now.state !== 'checked') return 2
  return now.counts?.refused ? 1 : 0
}

/** Keeps the memory for new objects small: what the command makes is gone soon, and growing costs more than it spares. */
const stayInLittleMemory = () => setFlagsFromString('--semi-space-growth-factor=1')

/** Imports a file from the command line, and gives the exit code. Killed, it is gone on with by the server. */
export async function importFile(ownerUrl: string, request: ImportRequest): Promise<number> {
  stayInLittleMemory()
  const endThread = startThreadAhead((await stat(request.file)).size)
  try {
    return await importInto(await migrate(ownerUrl), request)
  } finally {
    await endThread()
  }
}

async function importInto(databaseUrl: string, request: ImportRequest): Promise<number> {
  const database = openDatabase(databaseUrl, { connections: 3 })
  const clock = () => new Date()
  const runner = startRunner({ database, databaseUrl, clock })
  const imports = importStore(database, { databaseUrl, clock, wake: runner.wake })
  try {
    return await importWith(imports, await importerOf(database, request.username), request)
  } catch (error) {
    throw inWords(error)
  } finally {
    await runner.stop()
    await database.$disconnect()
  }
}
