import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildWeb } from '../apps/api/src/build-web.ts'
import { generateClient } from '../apps/api/src/generate-client.ts'
import { browserOf, line, playwrightTotals, type Run, sum, vitestTotals } from './totals.ts'

const root = join(import.meta.dirname, '..')
const vitestReport = join(root, 'test-results/vitest.json')
const playwrightReport = join(root, 'test-results/browser.json')

const runner = (program: string, words: readonly string[]) =>
  new Promise<number>((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...words], {
      cwd: root,
      stdio: 'inherit',
    })
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })

async function run(report: string, program: string, words: readonly string[]): Promise<Run> {
  await rm(report, { force: true })
  const exitCode = await runner(program, words)
  const text = await readFile(report, 'utf8').catch(() => 'null')
  return { exitCode, report: JSON.parse(text) }
}

await generateClient()
await buildWeb()
const vitest = await run(vitestReport, 'vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${vitestReport}`,
])
const playwright = await run(playwrightReport, '@playwright/test/cli.js', ['test'])

const inNode = vitestTotals(vitest)
const inBrowser = playwrightTotals(playwright)
const totals = sum([inNode, inBrowser])
process.stdout.write(
  [
    '',
    `In Node ${process.version} with PostgreSQL: ${line(inNode)}`,
    `In the browser, ${browserOf(playwright)}: ${line(inBrowser)}`,
    line(totals),
    '',
  ].join('\n'),
)
process.exitCode = totals.failed === 0 ? 0 : 1
