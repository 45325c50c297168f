import { type Findings, type ScreeningResult, screen } from '@kyphoscreen/rules'
import { describe, expect, it } from 'vitest'
import { underRulesInForce } from './in-force.tsx'

const findings = {
  assessedOn: '2026-11-21',
  patient: {},
  levels: [{ level: 'L1', mriFinding: 'acute', retropulsion: 'none' }],
} as Findings

const recordedWith = (change: (result: ScreeningResult) => void) => {
  const result = structuredClone(screen(findings))
  change(result)
  return underRulesInForce({ findings, result })
}

describe('What the rules in force make of a recorded screening', () => {
  it('is the same outcome where they answer the same, also in other words', () => {
    const same = recordedWith((result) => {
      result.headline = 'Worded otherwise.'
      result.ruleset.version = '0.9.0'
    })
    expect(same).toEqual({ says: 'same outcome.', through: [] })
  })

  it('is another outcome, with the criterion it comes through', () => {
    const other = recordedWith((result) => {
      result.outcome = 'needs-surgeon-review'
      const retropulsion = result.levels[0]?.criteria[2]
      Object.assign(retropulsion ?? {}, { status: 'needs-review', code: 'size-not-stated' })
    })
    expect(other).toEqual({
      says: 'would be Insufficient information.',
      through: [
        'L1, No significant retropulsion: Needs review (size not stated), would be Met (none)',
      ],
    })
  })

  it('is the same outcome otherwise reached where only other parts differ', () => {
    const other = recordedWith((result) => {
      result.cautions.push({ id: 'a-former-caution', says: 'Be careful.' })
    })
    expect(other).toEqual({
      says: 'same outcome, otherwise reached.',
      through: ['Also: cautions'],
    })
  })

  it('is no answer where the findings are no longer accepted', () => {
    const result = screen(findings)
    const refused = { assessedOn: '2026-11-21', levels: [] } as unknown as Findings
    expect(underRulesInForce({ findings: refused, result }).says).toContain('no longer accepted')
  })
})
