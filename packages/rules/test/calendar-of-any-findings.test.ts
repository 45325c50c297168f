import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysBetween, type Findings, screen, timeline, vertebraeInOrder } from '../src/index.ts'
import { later, movableFindings } from './later-findings.ts'

const placeOf = ({ level }: Findings['levels'][number]) => vertebraeInOrder.indexOf(level)

const fromTheHeadDown = (findings: Findings): Findings => ({
  ...findings,
  levels: findings.levels.toSorted((one, other) => placeOf(one) - placeOf(other)),
})

describe('the calendar', { timeout: 120_000 }, () => {
  it('shows on each day what a screening on that day says', () => {
    fc.assert(
      fc.property(movableFindings, (findings) => {
        for (const { on, outcome, levels } of timeline(findings)) {
          const then = screen(later(findings, daysBetween(findings.assessedOn, on)))
          expect(outcome).toBe(then.outcome)
          expect(levels).toEqual(
            then.levels.map(({ level, outcome: one, criteria }) => ({
              level,
              outcome: one,
              criteria: criteria.map(({ id, status }) => ({ id, status })),
            })),
          )
        }
      }),
      { numRuns: 200 },
    )
  })

  it('says of the first later day what a screening says of its next change, and nothing of the day itself', () => {
    fc.assert(
      fc.property(movableFindings.map(fromTheHeadDown), (findings) => {
        const [day, next] = timeline(findings)
        expect(day?.what).toBeNull()
        expect(next ? { on: next.on, what: next.what } : null).toEqual(screen(findings).nextChange)
      }),
      { numRuns: 200 },
    )
  })

  it('tells each change once, from the status before to the status on that day', () => {
    fc.assert(
      fc.property(movableFindings, (findings) => {
        const days = timeline(findings)
        for (const [index, { changes, levels }] of days.entries()) {
          for (const { criterion, level, from, to } of changes) {
            const statusIn = (told: typeof levels | undefined) =>
              told
                ?.find((one) => level === undefined || one.level === level)
                ?.criteria.find(({ id }) => id === criterion)?.status
            expect(statusIn(levels)).toBe(to)
            expect(statusIn(days[index - 1]?.levels)).toBe(from)
          }
          expect(changes.length > 0).toBe(index > 0)
        }
      }),
      { numRuns: 200 },
    )
  })
})
