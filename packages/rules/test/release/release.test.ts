import { describe, expect, it } from 'vitest'
import { criteria } from '../../src/criteria.ts'
import { Day, outcomes, ruleset, screen } from '../../src/index.ts'
import { releases } from '../../src/release.ts'
import { answerOf, hashOf, readCorpus, readKeptAnswers, writeInOrder } from './answers.ts'

const inForce = releases.at(-1) ?? releases[0]
const corpus = readCorpus(inForce.version)

describe('a release of the rules', () => {
  it('answers the pinned corpus as its hash says, or the rules changed without a new version', () => {
    const hash = hashOf(corpus.map(answerOf))
    expect(
      hash,
      `The rules answer differently from ${inForce.version}. Add a version to release.ts with this hash, and keep its answers: see docs/how-to/change-a-criterion.md`,
    ).toBe(inForce.hash)
  })

  it.each(releases)('$version can still be checked by its kept answers', ({ version, hash }) => {
    const kept = readKeptAnswers(version)
    expect(kept).toHaveLength(readCorpus(version).length)
    expect(hashOf(kept)).toBe(hash)
  })

  it('has a version, a hash and a day of its own, each later than the one before', () => {
    const numbers = releases.map(({ version }) => version.split('.').map(Number))
    const ordered = numbers.toSorted(
      ([a = 0, b = 0, c = 0], [d = 0, e = 0, f = 0]) => a - d || b - e || c - f,
    )
    expect(numbers).toEqual(ordered)
    expect(new Set(releases.map(({ version }) => version)).size).toBe(releases.length)
    expect(new Set(releases.map(({ hash }) => hash)).size).toBe(releases.length)
    const days = releases.map(({ releasedOn }) => releasedOn)
    expect(days).toEqual(days.map((day) => Day.parse(day)).toSorted())
  })

  it('is named by every result and by the ruleset', () => {
    const { version, hash } = ruleset
    expect({ version, hash }).toEqual({ version: inForce.version, hash: inForce.hash })
    for (const findings of corpus.slice(0, 20)) {
      expect(screen(findings).ruleset).toEqual({ id: ruleset.id, version, hash })
    }
  })

  it('changes its hash with a single word of a single answer', () => {
    const answers = corpus.slice(0, 5).map(answerOf)
    const changed = answers.with(3, (answers[3] ?? '').replace('asked for', 'wanted'))
    expect(changed).not.toEqual(answers)
    expect(hashOf(changed)).not.toBe(hashOf(answers))
  })

  it('keeps its hash when keys come in another order', () => {
    expect(writeInOrder({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}')
  })
})

describe('the pinned corpus', () => {
  it('reaches every outcome, every reason of every criterion and every caution', () => {
    const results = corpus.map(screen)
    const reached = new Set(
      results.flatMap((result) => [
        result.outcome as string,
        ...result.cautions.map(({ id }) => id as string),
        ...result.levels.flatMap((level) => level.criteria.map(({ id, code }) => `${id} ${code}`)),
      ]),
    )
    const named = [
      ...outcomes,
      ...ruleset.cautions.map(({ id }) => id),
      ...criteria.flatMap(({ id, reasons }) => Object.keys(reasons).map((code) => `${id} ${code}`)),
    ]
    expect(named.filter((name) => !reached.has(name))).toEqual([])
  })
})
