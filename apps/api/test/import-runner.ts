import { startRunner } from '../src/imports/runner.ts'
import { openDatabase } from '../src/postgres/client.ts'

/** Runs imports of a database in a process of its own, until it is killed. */
const [databaseUrl = '', staleMs = ''] = process.argv.slice(2)
const database = openDatabase(databaseUrl, { connections: 2 })
const clock = () => new Date('2026-11-21T09:00:00Z')
startRunner({
  database,
  databaseUrl,
  clock,
  lookEveryMs: 50,
  aliveEveryMs: 200,
  staleMs: Number(staleMs),
}).wake()
setInterval(() => undefined, 60_000)
