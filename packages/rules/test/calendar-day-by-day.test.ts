import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysBetween, type Findings, screen, timeline } from '../src/index.ts'
import { later, movableFindings } from './later-findings.ts'

const stands = (findings: Findings) => {
  const { outcome, levels } = screen(findings)
  return JSON.stringify([
    outcome,
    levels.map(({ outcome: one, criteria }) => [one, criteria.map(({ status }) => status)]),
  ])
}

/** Every day ahead on which anything changes, found by looking at each day in turn. */
function daysOfChangeByScanning(findings: Findings, ahead: number): string[] {
  const found: string[] = []
  let before = stands(findings)
  for (let days = 1; days <= ahead; days++) {
    const then = later(findings, days)
    const now = stands(then)
    if (now !== before) found.push(then.assessedOn)
    before = now
  }
  return found
}

describe('the calendar', { timeout: 120_000 }, () => {
  it('tells exactly the days on which anything changes, found day by day over 200 days', () => {
    fc.assert(
      fc.property(movableFindings, (findings) => {
        const scanned = daysOfChangeByScanning(findings, 200)
        expect(screen(findings).nextChange?.on).toBe(scanned[0])
        const told = timeline(findings)
        expect(told[0]?.on).toBe(findings.assessedOn)
        expect(told.slice(1).map(({ on }) => on)).toEqual(
          scanned.filter((day) => daysBetween(findings.assessedOn, day) <= 180),
        )
      }),
      { numRuns: 120 },
    )
  })
})
