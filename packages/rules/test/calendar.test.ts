import { describe, expect, it } from 'vitest'
import { onLaterDay } from '../src/calendar.ts'
import { type Findings, ScreeningResult, screen, timeline } from '../src/index.ts'

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

  it('is not told in the words of another that begins alike and ends alike', () => {
    const whatIfCare = (care: Partial<Findings['patient']>) =>
      screen({
        assessedOn: '2026-11-21',
        patient: { ...patient, painScore: 2, careDays: 9, ...care },
        levels: [level],
      }).nextChange?.what
    expect([whatIfCare({}), whatIfCare({ careResponse: undefined })]).toEqual([
      expect.stringContaining('goes from not met to met; the outcome stays "does not meet"'),
      expect.stringContaining('goes from not met to not known; the outcome stays "does not meet"'),
    ])
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

  it("tells a change of the patient's once for all levels, beside a level's own", () => {
    const findings: Findings = {
      assessedOn: '2026-11-21',
      patient: { ...patient, careDays: 9 },
      levels: [level, { ...level, level: 'L2', onsetOn: '2026-09-02' }],
    }
    const [, first] = timeline(findings)
    expect(first?.changes).toEqual([
      { criterion: 'failed-conservative-care', from: 'not-met', to: 'met' },
      { criterion: 'active-fracture-on-mri', level: 'L2', from: 'met', to: 'needs-review' },
    ])
    expect(screen(findings).nextChange?.what).toBe(
      'By the calendar alone, "failed conservative care" goes from not met to met and "active fracture on MRI" at L2 goes from met to a matter for a person to weigh; the outcome goes from "does not meet" to "needs surgeon review".',
    )
  })

  it('leaves care that was not tried as it is', () => {
    const findings: Findings = {
      assessedOn: '2026-11-21',
      patient: { ...patient, careModalities: [], careDays: 0, careResponse: 'not-tried' },
      levels: [level],
    }
    expect(screen(findings).nextChange?.on).toBe('2027-01-25')
    expect(onLaterDay(findings, '2027-01-25')).toEqual({ ...findings, assessedOn: '2027-01-25' })
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
