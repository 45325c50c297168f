import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { documents } from '@kyphoscreen/rules'
import { citedParagraphs } from './sources/cited.ts'
import { changesIn } from './sources/compare.ts'
import { paragraphHashes } from './sources/paragraphs.ts'

const asRead = 0
const changed = 1
const couldNotRun = 2

const usage = 'Usage: npm run sources -- <folder>, a folder that holds the two pages.'

async function compareWith(folder: string): Promise<number> {
  const cited = citedParagraphs()
  const changes: string[] = []
  for (const [document, { file }] of Object.entries(documents)) {
    const page = await readFile(join(folder, file), 'utf8')
    const here = cited.filter((source) => source.document === document)
    changes.push(...changesIn(paragraphHashes(page), here))
  }
  const report =
    changes.length === 0 ? [`All ${cited.length} cited paragraphs are as they were read.`] : changes
  process.stdout.write(`${report.join('\n')}\n`)
  return changes.length === 0 ? asRead : changed
}

function tellFailure(error: unknown): number {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown cause'
  const files = Object.values(documents).map(({ file }) => file)
  process.stderr.write(
    `The pages ${files.join(' and ')} cannot be read there (${code}). ${usage}\n`,
  )
  return couldNotRun
}

async function main(): Promise<number> {
  const [folder, ...more] = process.argv.slice(2)
  if (folder === undefined || folder.startsWith('-') || more.length > 0) {
    process.stderr.write(`${usage}\n`)
    return couldNotRun
  }
  return await compareWith(folder).catch(tellFailure)
}

process.exitCode = await main()
