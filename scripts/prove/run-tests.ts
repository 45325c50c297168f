import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { productFolder } from '../../apps/api/src/up-to-date.ts'
import type { Proven } from './proven.ts'

type Report = {
  testResults: { assertionResults: { status: string; fullName: string; duration?: number }[] }[]
}

/** Runs a file of tests that proves something at its full size, and says how each of them ended. */
export async function runTests(file: string): Promise<Proven> {
  const folder = await mkdtemp(join(tmpdir(), 'kyphoscreen-prove-'))
  const report = join(folder, 'report.json')
  const program = join(productFolder, 'node_modules/vitest/vitest.mjs')
  const words = ['run', '--project', 'api', file, '--reporter=json', `--outputFile=${report}`]
  const child = spawn(process.execPath, [program, ...words], {
    cwd: productFolder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'close')
  const { testResults }: Report = JSON.parse(await readFile(report, 'utf8'))
  await rm(folder, { recursive: true, force: true })
  const results = testResults.flatMap(({ assertionResults }) => assertionResults)
  const passed = results.filter(({ status }) => status === 'passed')
  return {
    holds: code === 0 && passed.length === results.length && passed.length > 0,
    lines: results.map(({ status, fullName }) => `${status.padEnd(7)} ${fullName.trim()}`),
  }
}
