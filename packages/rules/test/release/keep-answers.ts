import { existsSync, writeFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { releases } from '../../src/release.ts'
import { answerOf, hashOf, keptAnswersFile, readCorpus } from './answers.ts'

const version = releases.at(-1)?.version ?? ''
const file = keptAnswersFile(version)
const answers = readCorpus(version).map(answerOf)
const hash = hashOf(answers)

if (existsSync(file)) {
  process.stderr.write(
    `The answers of ${version} are kept already and never change. Add a version to packages/rules/src/release.ts first; its hash is ${hash}.\n`,
  )
  process.exitCode = 1
} else {
  writeFileSync(file, brotliCompressSync(answers.map((answer) => `${answer}\n`).join('')))
  process.stdout.write(
    `Kept ${answers.length} answers of ${version}. Its hash in release.ts is ${hash}.\n`,
  )
}
