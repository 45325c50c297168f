import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** True when a written page is, byte for byte, what is made now. */
export const isCurrent = (written: Uint8Array, now: string): boolean =>
  Buffer.from(now).equals(written)

async function check(verb: string, path: string, now: string): Promise<number> {
  const written = await readFile(join(root, path)).catch(() => Buffer.alloc(0))
  if (isCurrent(written, now)) return 0
  process.stderr.write(`${path} is not what the rules say now: run npm run ${verb}.\n`)
  return 1
}

/** Does what the verb of a page that is made from the rules was asked: writes it, or with `--check` says whether it is stale; gives the exit code. */
export async function keepPage(verb: string, path: string, make: () => string): Promise<number> {
  const args = process.argv.slice(2)
  if (args.length === 1 && args[0] === '--check') return check(verb, path, make())
  if (args.length > 0) {
    process.stderr.write(`Usage: npm run ${verb} [-- --check]\n`)
    return 2
  }
  await writeFile(join(root, path), make())
  return 0
}
