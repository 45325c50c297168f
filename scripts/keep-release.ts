import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { keptRulesFile, nameOf, sumOf, sumsFile } from '../packages/rules/releases/kept-rules.ts'
import { releases } from '../packages/rules/src/release.ts'
import {
  answerOf,
  hashOf,
  keptAnswersFile,
  readCorpus,
  readKeptAnswers,
} from '../packages/rules/test/release/answers.ts'
import { buildRules } from './release/build-rules.ts'

const releaseFile = new URL('../packages/rules/src/release.ts', import.meta.url)

const { version, hash: named } = releases.at(-1) ?? releases[0]
const answers = readCorpus(version).map(answerOf)
const hash = hashOf(answers)

/** Keeps the answers of the newest version; false when others are kept. */
function keepAnswers(): boolean {
  const file = keptAnswersFile(version)
  if (existsSync(file)) return hashOf(readKeptAnswers(version)) === hash
  writeFileSync(file, brotliCompressSync(answers.map((answer) => `${answer}\n`).join('')))
  return true
}

/** Writes the hash into the release that waits for it; false when it has another one. */
function nameHash(): boolean {
  if (named === 'sha256:') {
    const text = readFileSync(releaseFile, 'utf8')
    writeFileSync(releaseFile, text.replace("hash: 'sha256:'", `hash: '${hash}'`))
    return true
  }
  return named === hash
}

/** Keeps the rules themselves as one file, with its SHA-256, unless they are kept. */
async function keepRules(): Promise<void> {
  const file = keptRulesFile(version)
  if (existsSync(file)) return
  const code = await buildRules()
  writeFileSync(file, brotliCompressSync(code))
  appendFileSync(sumsFile, `${sumOf(code)}  ${nameOf(version)}\n`)
}

if (keepAnswers() && nameHash()) {
  await keepRules()
  process.stdout.write(
    `Kept version ${version}: ${answers.length} answers, and the rules as one file. Its hash is ${hash}.\n`,
  )
} else {
  process.stderr.write(
    `The rules answer otherwise than version ${version}, which is released and never changes. Add a version with the hash 'sha256:' to packages/rules/src/release.ts.\n`,
  )
  process.exitCode = 1
}
