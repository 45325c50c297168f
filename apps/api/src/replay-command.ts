import { parseArgs } from 'node:util'
import { endAfter, onDatabase } from './command.ts'
import { readSettings } from './env.ts'
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
  return onDatabase(readSettings(), async (ownerUrl) => {
    const { replayCommand } = await import('./replay/command.ts')
    return replayCommand(ownerUrl, { json, out: process.stdout, signal: stopped() })
  })
}

await endAfter(main(), 2)
