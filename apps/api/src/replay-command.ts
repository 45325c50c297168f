import { enableCompileCache } from 'node:module'
import { parseArgs } from 'node:util'
import { compiledFolder } from './compiled.ts'
import { readSettings } from './env.ts'
import { explainFailure } from './failure-to-start.ts'
import { generateClient } from './generate-client.ts'
import { reachDatabase } from './reach-database.ts'
import { RefusedToStart } from './refused-to-start.ts'

const usage = `Usage:
  npm run replay [-- --json]

Screens every recorded screening again: by the rules of its own version, where the result must be what is stored, and by the rules in force. Changes nothing.
  --json   one JSON object a line for each screening that differs or changes, then one with the counts
Exit code 0: every screening is what its own version answers. 1: some differ or cannot be replayed. 2: it could not run to the end.
`

const readArguments = () => {
  try {
    return parseArgs({ options: { json: { type: 'boolean', default: false } } }).values
  } catch {
    throw new RefusedToStart(usage)
  }
}

const stopped = (): AbortSignal => {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  process.stdout.on('error', () => stop.abort())
  return stop.signal
}

const main = async (): Promise<number> => {
  const { json } = readArguments()
  enableCompileCache(compiledFolder)
  const environment = readSettings()
  await generateClient()
  const { ownerUrl, stop } = await reachDatabase(environment)
  try {
    const { replayCommand } = await import('./replay/command.ts')
    return await replayCommand(ownerUrl, { json, out: process.stdout, signal: stopped() })
  } finally {
    await stop()
  }
}

await main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${explainFailure(error).trimEnd()}\n`)
    process.exit(2)
  },
)
