import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, Findings, ScreeningResult, screen, timeline } from '../src/index.ts'
import { findingsOfAtMost } from './few-levels.ts'

/** The same findings some days later with nothing new recorded, written without the rules' own calendar. */
function later(findings: Findings, days: number): Findings {
  const assessedOn = addDays(findings.assessedOn, days)
  const { careDays, careResponse } = findings.patient ?? {}
  if (careDays === undefined || careResponse === 'not-tried') return { ...findings, assessedOn }
  return { ...findings, assessedOn, patient: { ...findings.patient, careDays: careDays + days } }
}

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

/** Left out: care recorded as not tried and started on the day of assessment, which contradicts itself a day later. */
const staysAcceptable = (findings: Findings) => Findings.safeParse(later(findings, 200)).success

const movable = findingsOfAtMost(3).filter(staysAcceptable)

describe('the calendar', { timeout: 30_000 }, () => {
  it('tells exactly the days on which anything changes, found day by day over 200 days', () => {
    fc.assert(
      fc.property(movable, (findings) => {
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

  it('shows on each day what a screening on that day says', () => {
    fc.assert(
      fc.property(movable, (findings) => {
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

  it('tells each change once, from the status before to the status on that day', () => {
    fc.assert(
      fc.property(movable, (findings) => {
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

const patient = {
  painScore: 8,
  painScale: 'NRS-0-10',
  painFromFracture: true,
  qualityOfLifeLimited: true,
  careModalities: ['bracing'],
  careResponse: 'failed',
} as const satisfies Findings['patient']
const level = {
  level: 'L1',
  mriFinding: 'acute',
  retropulsion: 'none',
  onsetOn: '2026-11-01',
} as const

describe('the next change', () => {
  it.each([
    [{ careDays: 9 }, '2026-11-26', 'stated days of care run on'],
    [{ careStartedOn: '2026-11-12' }, '2026-11-26', 'care that started on a day runs on'],
    [{ careDays: 13 }, '2026-11-22', 'care one day short is complete tomorrow'],
    [{ careDays: 14 }, '2027-01-25', 'care is complete, and the 85th day after onset is next'],
    [
      { careDays: 9, careResponse: 'improving' },
      '2027-01-25',
      'care that helps is not completed by waiting',
    ],
  ] as const)('with %o is on %s: %s', (care, on, _reason) => {
    const findings: Findings = {
      assessedOn: '2026-11-21',
      patient: { ...patient, ...care },
      levels: [level],
    }
    expect(screen(findings).nextChange?.on).toBe(on)
  })

  it('says from what to what in one sentence', () => {
    const findings: Findings = {
      assessedOn: '2026-11-21',
      patient: { ...patient, careDays: 9 },
      levels: [level],
    }
    expect(screen(findings).nextChange?.what).toBe(
      'By the calendar alone, "failed conservative care" goes from not met to met; the outcome goes from "does not meet" to "meets".',
    )
  })

  it('names every level that changes on the day', () => {
    const findings: Findings = {
      assessedOn: '2026-11-21',
      patient: { ...patient, careDays: 20 },
      levels: [level, { ...level, level: 'L2' }],
    }
    expect(screen(findings).nextChange?.what).toBe(
      'By the calendar alone, "active fracture on MRI" at L1 and L2 goes from met to a matter for a person to weigh; the outcome goes from "meets" to "needs surgeon review".',
    )
  })

  it('is null when no criterion waits for the calendar', () => {
    const { onsetOn, ...undated } = level
    const findings: Findings = {
      assessedOn: '2026-11-21',
      patient: { ...patient, careDays: 20 },
      levels: [undated],
    }
    expect(screen(findings).nextChange).toBeNull()
    expect(timeline(findings)).toHaveLength(1)
  })

  it('can lie beyond the days that can be recorded', () => {
    const findings: Findings = {
      assessedOn: '2199-12-31',
      patient: { ...patient, careDays: 9 },
      levels: [{ level: 'L1' }],
    }
    expect(ScreeningResult.parse(screen(findings)).nextChange?.on).toBe('2200-01-05')
  })
})
