import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LevelResult, type ScreeningResult, screen } from '../src/index.ts'
import { arbitraryFindings } from './arbitrary-findings.ts'
import { tenThousandFindings } from './ten-thousand-findings.ts'

const readByNothing = {
  patient: ['painTrend', 'qualityOfLifeNote', 'oswestry', 'rolandMorris', 'hospitalizedForPain'],
  level: ['otherImaging'],
}
const without = <T extends object>(facts: T, left: readonly string[]): T =>
  Object.fromEntries(Object.entries(facts).filter(([fact]) => !left.includes(fact))) as T

const statusesOf = ({ criteria }: LevelResult) =>
  criteria.map(({ status, notYet }) => [status, notYet])

const standingOf = (result: ScreeningResult, { level, criteria }: LevelResult) =>
  JSON.stringify({
    statuses: criteria.map(({ status }) => status),
    notYet: criteria.some(({ notYet }) => notYet),
    redFlagged: result.redFlags.length > 0,
    cautions: result.cautions
      .filter((caution) => caution.level === undefined || caution.level === level)
      .map(({ id }) => id)
      .sort(),
  })

const comingTo = (result: ScreeningResult) =>
  JSON.stringify(
    result.levels
      .map(({ outcome, criteria }) => `${outcome} ${criteria[2]?.status === 'not-met'}`)
      .sort(),
  )

/** What every result that stands alike came to: one outcome when it follows, more when it does not. */
class Followed {
  readonly #outcomes = new Map<string, Set<string>>()
  #again = 0

  add(standing: string, outcome: string) {
    const known = this.#outcomes.get(standing)
    if (known) this.#again += 1
    this.#outcomes.set(standing, (known ?? new Set()).add(outcome))
  }

  get split() {
    return [...this.#outcomes].filter(([, outcomes]) => outcomes.size > 1)
  }

  get metAgain() {
    return this.#again
  }
}

describe('the outcome', { timeout: 60_000 }, () => {
  const results = tenThousandFindings()
    .slice(0, 5000)
    .map((findings) => screen(findings))

  it('of a level follows from its four statuses, not yet, red flags and cautions alone', () => {
    const followed = new Followed()
    for (const result of results) {
      for (const level of result.levels) followed.add(standingOf(result, level), level.outcome)
    }
    expect(followed.split).toEqual([])
    expect(followed.metAgain).toBeGreaterThan(8000)
  })

  it('of a screening follows from the outcomes of its levels and significant retropulsion alone', () => {
    const followed = new Followed()
    for (const result of results) followed.add(comingTo(result), result.outcome)
    expect(followed.split).toEqual([])
    expect(followed.metAgain).toBeGreaterThan(4000)
  })

  it('and the statuses stay the same without the facts that are evidence only', () => {
    fc.assert(
      fc.property(arbitraryFindings, (findings) => {
        const { patient = {}, levels } = findings
        const bare = {
          ...findings,
          patient: without(patient, readByNothing.patient),
          levels: levels.map((level) => without(level, readByNothing.level)),
        }
        const [full, less] = [screen(findings), screen(bare)]
        expect(less.outcome).toBe(full.outcome)
        expect(less.levels.map(statusesOf)).toEqual(full.levels.map(statusesOf))
      }),
      { numRuns: 1000 },
    )
  })
})
