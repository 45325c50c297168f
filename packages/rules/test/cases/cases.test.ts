import { describe, expect, it } from 'vitest'
import { Findings, screen } from '../../src/index.ts'
import { documentedReferrals } from './documented-referrals.ts'
import { singleReasons } from './single-reasons.ts'
import { sparseReferrals } from './sparse-referrals.ts'

const patients = [...sparseReferrals, ...documentedReferrals, ...singleReasons]

describe('a patient', () => {
  it.each(patients)('$story', ({ findings, expected }) => {
    const checked = Findings.safeParse(findings)
    if (!checked.success) {
      expect(expected).toBe('refused')
      return
    }
    const { outcome, levels } = screen(checked.data)
    const statuses = levels[0]?.criteria.map(({ status }) => status)
    expect({ outcome, statuses }).toEqual(expected)
  })

  it('is one of 28', () => {
    expect(patients).toHaveLength(28)
  })
})
