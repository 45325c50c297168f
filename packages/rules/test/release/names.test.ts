import { describe, expect, it } from 'vitest'
import { criteria } from '../../src/criteria.ts'
import { ruleset } from '../../src/index.ts'
import { releases } from '../../src/release.ts'
import { readKeptAnswers } from './answers.ts'
import { namesIn, reusedNames } from './names.ts'

const used = (...names: [string, string][]) => new Map(names)

describe('a name that a release gave', () => {
  it('never stands for anything else and never comes back once dropped', () => {
    const versions = releases.map(({ version }) => namesIn(readKeptAnswers(version)))
    expect(reusedNames(versions)).toEqual([])
  })

  it('is found in the kept answers, whatever it names', () => {
    const inForce = namesIn(readKeptAnswers(ruleset.version))
    const reasons = criteria.flatMap(({ id, reasons }) =>
      Object.keys(reasons).map((code) => `${id} ${code}`),
    )
    const remarks = [...ruleset.cautions, ...ruleset.advisories, ...ruleset.conflicts]
    const names = [...reasons, ...remarks.map(({ id }) => id)]
    expect([...inForce.keys()].toSorted()).toEqual(names.toSorted())
    expect(inForce.get('failed-conservative-care not-long-enough')).toBe('not-met yet')
    expect(inForce.get('failed-conservative-care not-tried')).toBe('not-met')
  })

  it.each([
    [[used(['old', 'met']), used(['old', 'met'], ['new', 'unknown'])], []],
    [[used(['old', 'met']), used(['new', 'unknown'])], []],
    [
      [used(['old', 'met']), used(['old', 'not-met'])],
      ['old stood for met and now stands for not-met'],
    ],
    [[used(['old', 'met']), used(), used(['old', 'met'])], ['old was dropped and came back']],
    [
      [used(['old', 'met']), used(), used(['old', 'caution'])],
      ['old stood for met and now stands for caution'],
    ],
  ] as const)('in %o is reused so: %o', (versions, reused) => {
    expect(reusedNames(versions)).toEqual(reused)
  })
})
