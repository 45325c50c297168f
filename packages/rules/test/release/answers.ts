import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { Findings, screen } from '../../src/index.ts'
import { releases } from '../../src/release.ts'

const lines = (text: string) => text.split('\n').filter((line) => line !== '')

const fileIn = (name: string) => new URL(`./${name}`, import.meta.url)

const unpacked = (file: URL) => brotliDecompressSync(readFileSync(file)).toString('utf8')

/** Names the file in which the answers of a version are kept. */
export const keptAnswersFile = (version: string): URL => fileIn(`answers-${version}.ndjson.br`)

function addedWith(version: string): string {
  const file = fileIn(`corpus-${version}.ndjson`)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/**
 * Reads the pinned corpus of a version, each line checked as what is sent is checked: the first
 * corpus, and what later versions added in a file `corpus-<version>.ndjson`. Lines are only added.
 */
export function readCorpus(version: string): Findings[] {
  const last = releases.findIndex((release) => release.version === version)
  const added = releases.slice(0, last + 1).map((release) => addedWith(release.version))
  return [unpacked(fileIn('corpus.ndjson.br')), ...added]
    .flatMap(lines)
    .map((line) => Findings.parse(JSON.parse(line)))
}

/** Reads the answers kept for a version, one line each. */
export const readKeptAnswers = (version: string): string[] =>
  lines(unpacked(keptAnswersFile(version)))

/** Writes JSON with the keys of every object in order, so that their order means nothing. */
export function writeInOrder(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}

/** Answers findings as a release keeps it: the whole result but the ruleset it names. */
export function answerOf(findings: Findings): string {
  const { ruleset, ...answer } = screen(findings)
  return writeInOrder(answer)
}

/** Gives the SHA-256 of answers, one a line. */
export const hashOf = (answers: readonly string[]): string =>
  `sha256:${createHash('sha256')
    .update(answers.map((answer) => `${answer}\n`).join(''))
    .digest('hex')}`
