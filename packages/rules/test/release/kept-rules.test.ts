import { describe, expect, it } from 'vitest'
import {
  keptRules,
  keptRulesFile,
  keptVersions,
  RulesFileAltered,
  readKeptRules,
} from '../../releases/kept-rules.ts'
import { type ScreeningResult, screen } from '../../src/index.ts'
import { releases } from '../../src/release.ts'
import { readCorpus, readKeptAnswers, writeInOrder } from './answers.ts'

const inForce = releases.at(-1) ?? releases[0]

/** Every tenth line: the rules are slow until they have screened many. */
const some = <T>(lines: readonly T[]) => lines.filter((_, place) => place % 10 === 0)

const screenOf = async (version: string) => {
  const run = await keptRules(version)
  if (run === undefined) throw new Error(`the rules of ${version} are not kept`)
  return (findings: unknown) => run(structuredClone(findings)) as ScreeningResult
}

describe('the rules of a release', () => {
  it('are kept for every version, or npm run rules:keep-answers was forgotten', () => {
    expect(keptVersions).toEqual(releases.map(({ version }) => version))
  })

  it.each(releases)('$version still answer as they did, by its name', async ({ version, hash }) => {
    const run = await screenOf(version)
    const results = some(readCorpus(version)).map(run)
    const answers = results.map(({ ruleset, ...answer }) => writeInOrder(answer))
    expect(answers).toEqual(some(readKeptAnswers(version)))
    expect(results[0]?.ruleset).toEqual({ id: 'documented-criteria', version, hash })
  })

  it('of the version in force answer byte for byte as the code does', async () => {
    const run = await screenOf(inForce.version)
    for (const findings of some(readCorpus(inForce.version))) {
      expect(writeInOrder(run(findings))).toBe(writeInOrder(screen(findings)))
    }
  })

  it('refuse findings that the version does not accept', async () => {
    const run = await screenOf('1.0.0')
    expect(() => run({ assessedOn: '2026-11-21', levels: [] })).toThrow()
  })

  it('are not run when their file is missing or is another one', () => {
    const [first, other] = keptVersions.map(keptRulesFile)
    expect(() => readKeptRules('1.0.0', other)).toThrow(RulesFileAltered)
    expect(() => readKeptRules('1.0.0', new URL('./none.br', first))).toThrow(RulesFileAltered)
    expect(readKeptRules('0.9.0', first)).toBeUndefined()
  })
})
