import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildWeb } from '../apps/api/src/build-web.ts'
import { generateClient } from '../apps/api/src/generate-client.ts'
import { findBrowser } from '../e2e/browser.ts'
import { browserOf, line, notRun, playwrightTotals, type Run, sum, vitestTotals } from './totals.ts'

const root = join(import.meta.dirname, '..')
const vitestReport = join(root, 'test-results/vitest.json')
const playwrightReport = join(root, 'test-results/browser.json')

const say = (...lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`)

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

/** Does one step; a step that fails is told in its own words and leaves nothing to run. */
const unlessItFails = (step: () => Promise<Run>): Promise<Run> =>
  step().catch((error: unknown) => {
    say('', error instanceof Error ? error.message : String(error))
    return notRun
  })

const makeReady = async () => {
  await findBrowser()
  await buildWeb()
}
/** Begun at once, while the tests in Node wait for their PostgreSQL; a failure is told when the browser's turn comes. */
const browserReady = makeReady()
browserReady.catch(() => undefined)

const inNode = await unlessItFails(async () => {
  await generateClient()
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
  return run(vitestReport, 'vitest/vitest.mjs', ['run', ...reporters])
})
const inBrowser = await unlessItFails(async () => {
  await browserReady
  return run(playwrightReport, '@playwright/test/cli.js', ['test'])
})

const totals = sum([vitestTotals(inNode), playwrightTotals(inBrowser)])
say(
  '',
  `In Node ${process.version}, on PostgreSQL: ${line(vitestTotals(inNode))}`,
  `In ${browserOf(inBrowser)}: ${line(playwrightTotals(inBrowser))}`,
  line(totals),
)
process.exitCode = totals.failed === 0 ? 0 : 1
