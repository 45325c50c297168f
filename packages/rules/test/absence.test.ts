import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Findings, screen } from '../src/index.ts'
import { arbitraryFindings } from './arbitrary-findings.ts'
import { findingsOfAtMost } from './few-levels.ts'
import { spokeAgainst, withRow } from './spoke-against.ts'
import { removals } from './without-a-fact.ts'

const criteriaOf = (findings: Findings) => screen(findings).levels.map(({ criteria }) => criteria)

describe('a fact that is not recorded', { timeout: 120_000 }, () => {
  it('turns a criterion to met only where what it said spoke against what is still recorded', () => {
    fc.assert(
      fc.property(findingsOfAtMost(2), (findings) => {
        const before = criteriaOf(findings)
        for (const { fact, value, without } of removals(findings)) {
          criteriaOf(without).forEach((criteria, level) => {
            criteria.forEach(({ status, id }, place) => {
              const was = before[level]?.[place]
              if (status !== 'met' || was === undefined || was.status === 'met') return
              const known = spokeAgainst.find(
                (row) => row.code === was.code && row.fact === fact && row.said(value),
              )
              expect(known, `${id}: ${was.code} becomes met without ${fact}`).toBeDefined()
            })
          })
        }
      }),
      { numRuns: 200 },
    )
  })

  it.each(spokeAgainst)('can help when $fact spoke against the rest: $why', (row) => {
    const findings = withRow(row)
    const removal = removals(findings).find(({ fact }) => fact === row.fact)
    if (removal === undefined) throw new Error('the row does not record its fact')
    expect(row.said(removal.value)).toBe(true)
    expect(criteriaOf(findings)[0]?.find(({ code }) => code === row.code)?.status).not.toBe('met')
    expect(criteriaOf(removal.without)[0]?.every(({ status }) => status === 'met')).toBe(true)
  })

  it('never helps a level in which nothing contradicts anything', () => {
    fc.assert(
      fc.property(findingsOfAtMost(1), (findings) => {
        const before = criteriaOf(findings)[0] ?? []
        for (const { without } of removals(findings)) {
          const after = criteriaOf(without)[0] ?? []
          after.forEach(({ status }, place) => {
            const was = before[place]
            if (was?.status === 'unknown' && was.code !== 'mri-before-onset') {
              expect(status).not.toBe('met')
            }
          })
        }
      }),
      { numRuns: 300 },
    )
  })

  it('never stands behind "meets": what a level that meets rests on is all recorded', () => {
    fc.assert(
      fc.property(arbitraryFindings, (findings) => {
        const { levels } = screen(findings)
        levels.forEach(({ outcome }, index) => {
          if (outcome === 'meets') expect(isWitnessed(findings, index)).toBe(true)
        })
      }),
      { numRuns: 1500 },
    )
  })

  it('that is learned turns not met into met only for care that waited for its days', () => {
    fc.assert(
      fc.property(findingsOfAtMost(2), (findings) => {
        const learned = criteriaOf(findings)
        for (const { fact, without } of removals(findings)) {
          criteriaOf(without).forEach((criteria, level) => {
            criteria.forEach(({ status, notYet }, place) => {
              if (status !== 'not-met' || learned[level]?.[place]?.status !== 'met') return
              expect(notYet).toBe(true)
              expect(['careStartedOn', 'careDays']).toContain(fact)
            })
          })
        }
      }),
      { numRuns: 200 },
    )
  })
})

/** What must have been written down before a level can meet, told without the rules. */
function isWitnessed({ patient = {}, levels }: Findings, index: number): boolean {
  const level = levels[index] ?? { level: 'L1' }
  const seenOnMri = level.mriFinding !== undefined || level.mriMarrowEdema === true
  const careWritten =
    (patient.careStartedOn !== undefined || patient.careDays !== undefined) &&
    (patient.careModalities?.length ?? 0) > 0 &&
    patient.careResponse === 'failed'
  const severeWritten = patient.painScore !== undefined || patient.painSeverity === 'severe'
  return (
    seenOnMri &&
    level.retropulsion === 'none' &&
    careWritten &&
    severeWritten &&
    patient.qualityOfLifeLimited === true
  )
}
