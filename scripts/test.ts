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

/** What the browser tests say, kept until those in Node have had their say. */
const saidInBrowser: Buffer[] = []

const runner = (program: string, words: readonly string[], said?: Buffer[]) =>
  new Promise<number>((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...words], {
      cwd: root,
      stdio: said ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (words: Buffer) => said?.push(words))
    }
    child.once('error', () => resolve(1))
    child.once('close', (code) => resolve(code ?? 1))
  })

type Runner = { report: string; program: string; words: readonly string[]; said?: Buffer[] }

async function run({ report, program, words, said }: Runner): Promise<Run> {
  await rm(report, { force: true })
  const exitCode = await runner(program, words, said)
  const text = await readFile(report, 'utf8').catch(() => 'null')
  return { exitCode, report: JSON.parse(text) }
}

/** Does one step; a step that fails is told in its own words and leaves nothing to run. */
const unlessItFails = (step: () => Promise<Run>): Promise<Run> =>
  step().catch((error: unknown) => {
    say('', error instanceof Error ? error.message : String(error))
    return notRun
  })

const client = generateClient()
/** Both kinds run at once, so that one uses the processor while the other waits. */
const [inNode, inBrowser] = await Promise.all([
  unlessItFails(async () => {
    await client
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
    return run({ report: vitestReport, program: 'vitest/vitest.mjs', words: ['run', ...reporters] })
  }),
  unlessItFails(async () => {
    await Promise.all([client, findBrowser(), buildWeb()])
    const program = '@playwright/test/cli.js'
    return run({ report: playwrightReport, program, words: ['test'], said: saidInBrowser })
  }),
])
process.stdout.write(Buffer.concat(saidInBrowser))

const totals = sum([vitestTotals(inNode), playwrightTotals(inBrowser)])
say(
  '',
  `In Node ${process.version}, on PostgreSQL: ${line(vitestTotals(inNode))}`,
  `In ${browserOf(inBrowser)}: ${line(playwrightTotals(inBrowser))}`,
  line(totals),
)
process.exitCode = totals.failed === 0 ? 0 : 1
