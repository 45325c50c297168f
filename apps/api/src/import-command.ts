import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { endAfter, onDatabase } from './command.ts'
import { readSettings } from './env.ts'
import { RefusedToStart } from './refused-to-start.ts'

const usage = `Usage:
  npm run import -- FILE [--dry-run] [--mapping MAPPING.json] [--errors ERRORS.csv] [--username NAME]

FILE is a CSV (.csv, .tsv, .txt) or NDJSON (.ndjson, .jsonl); docs/how-to/import-referrals.md lists the columns.
  --dry-run   say what would be imported, and store nothing
  --mapping   a JSON object: names of the file's columns with what each tells
  --errors    write the errors there, by line and column
  --username  the account to import as; needed when there are several navigators and admins
Exit code 0: every row is stored, or was before. 1: some rows were refused. 2: it could not run.
`

const options = {
  'dry-run': { type: 'boolean', default: false },
  mapping: { type: 'string' },
  errors: { type: 'string' },
  username: { type: 'string' },
} as const

const readArguments = () => {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) throw new RefusedToStart(usage)
    return { file, ...values, dryRun: values['dry-run'] }
  } catch {
    throw new RefusedToStart(usage)
  }
}

const main = async (): Promise<number> => {
  const { file, mapping, ...request } = readArguments()
  const mappingText = mapping === undefined ? undefined : await readFile(mapping, 'utf8')
  return onDatabase(readSettings(), async (ownerUrl) => {
    const { importFile } = await import('./imports/command.ts')
    return importFile(ownerUrl, { ...request, file, mappingText })
  })
}

await endAfter(main(), 2)
