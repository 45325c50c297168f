import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answersTo } from './answer.ts'

/** Findings of one line. */
export const referral = '{"assessedOn":"2026-11-21","levels":[{"level":"L1","mriFinding":"acute"}]}'

/** The command's words after node. */
export const command = (...args: string[]) => [
  '--import',
  './apps/api/compiled.js',
  'scripts/screen.ts',
  ...args,
]

/** Runs the command in a process of its own. */
export function run(input: string | Buffer, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command(...args), {
    input,
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  })
  return { status, stderr, stdout, lines: stdout === '' ? [] : stdout.slice(0, -1).split('\n') }
}

/** Runs the command in a process of its own, with a file as its standard input. */
export function runOnFile(input: string) {
  const folder = mkdtempSync(join(tmpdir(), 'kyphoscreen-'))
  const name = join(folder, 'findings.ndjson')
  writeFileSync(name, input)
  const file = openSync(name, 'r')
  try {
    const { status, stdout } = spawnSync(process.execPath, command(), {
      stdio: [file, 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 1024 ** 3,
    })
    return { status, stdout }
  } finally {
    closeSync(file)
    rmSync(folder, { recursive: true })
  }
}

/** Answers whole lines without a process of their own. */
export function answeredHere(text: string) {
  const { lines, refused } = answersTo({ firstLine: 1, bytes: Buffer.from(text) })
  const stdout = Buffer.from(lines).toString()
  return { stdout, refused, lines: stdout.slice(0, -1).split('\n') }
}
