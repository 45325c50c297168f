import { readFile, writeFile } from 'node:fs/promises'
import { criteriaPage, isCurrent } from './criteria-page/page.ts'

const file = new URL('../docs/criteria.md', import.meta.url)
const usage = 'Usage: npm run docs:criteria [-- --check]'

async function check(): Promise<number> {
  const written = await readFile(file).catch(() => Buffer.alloc(0))
  if (isCurrent(written)) return 0
  process.stderr.write(
    'docs/criteria.md is not what the rules say now: run npm run docs:criteria.\n',
  )
  return 1
}

async function main(args: readonly string[]): Promise<number> {
  if (args.length === 1 && args[0] === '--check') return await check()
  if (args.length > 0) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  await writeFile(file, criteriaPage())
  return 0
}

process.exitCode = await main(process.argv.slice(2))
