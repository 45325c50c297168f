import { startRunner } from '../src/imports/runner.ts'
import { openDatabase } from '../src/postgres/client.ts'

/** Runs imports of a database in a process of its own, until it is killed. */
const [databaseUrl = ''] = process.argv.slice(2)
const database = openDatabase(databaseUrl, { connections: 2 })
const clock = () => new Date('2026-11-21T09:00:00Z')
const every = { lookEveryMs: 50, aliveEveryMs: 200 }
startRunner({ database, databaseUrl, clock, ...every }).wake()
setInterval(() => undefined, 60_000)
