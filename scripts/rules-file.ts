import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { keptVersions, readKeptRules } from '../packages/rules/releases/kept-rules.ts'

/** Writes the rules of a released version as one file that exports `screen`, for checking receipts: `npm run rules:file -- FILE.mjs [VERSION]`. */
const [file, version = keptVersions.at(-1) ?? ''] = process.argv.slice(2)

function write(file: string, code: Buffer) {
  writeFileSync(resolve(file), code)
  process.stdout.write(
    `Wrote the rules of version ${version} to ${file}: ${Math.round(code.length / 1024)} KB.\n`,
  )
}

const code = keptVersions.includes(version) ? readKeptRules(version) : undefined
if (file?.endsWith('.mjs') && code) write(file, code)
else {
  process.stderr.write(
    `Name the file, ending with .mjs, and a version that is kept (${keptVersions.join(', ')}) or none for the newest: npm run rules:file -- FILE.mjs [VERSION]\n`,
  )
  process.exitCode = 1
}
