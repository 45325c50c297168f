import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** A way to run one of the two verifiers, and how its lines say that a file is what it says to be. */
export type Verifier = { command: readonly string[]; holds: string; refused: string }

const folder = join(import.meta.dirname, '../verify')

/** The verifier that comes with the product. */
export const ofNode: Verifier = {
  command: [process.execPath, join(folder, 'verify-receipt.mjs')],
  holds: 'right',
  refused: 'REFUSED,',
}

/** The second verifier, which was written from docs/receipt-format.md alone. */
export const ofPython: Verifier = {
  command: ['python3', join(folder, 'verify_receipt.py')],
  holds: 'holds',
  refused: 'does not hold:',
}

/** Python need not be there where the product runs. */
export const lacksPython: boolean = spawnSync('python3', ['--version']).status !== 0

const fileNamed = /^([\w.]+): /

/** Runs a verifier over files in a folder, in one process; gives its exit code and whether each file holds. */
export function verdictsOf(
  { command: [program = '', ...words], holds, refused }: Verifier,
  { cwd, key, files }: { cwd: string; key: string; files: readonly string[] },
): { code: number | null; verdicts: Record<string, boolean> } {
  const run = spawnSync(program, [...words, '--key', key, ...files], { cwd, encoding: 'utf8' })
  const told = run.stdout.split('\n').flatMap((line): [string, boolean][] => {
    const [, name = ''] = fileNamed.exec(line) ?? []
    const verdict = line.slice(name.length + 2)
    if (verdict === holds) return [[name, true]]
    return verdict.startsWith(refused) ? [[name, false]] : []
  })
  return { code: run.status, verdicts: Object.fromEntries(told) }
}
