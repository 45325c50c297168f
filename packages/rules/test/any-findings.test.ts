import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  Findings,
  redFlagFacts,
  ScreeningResult,
  screen,
  timeline,
  vertebraeInOrder,
} from '../src/index.ts'
import { arbitraryFindings } from './arbitrary-findings.ts'

const reversed = <T extends object>(facts: T): T =>
  Object.fromEntries(Object.entries(facts).reverse()) as T

/** Empties whatever can be changed in an answer; what is frozen stays. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    spoil(inner)
    Reflect.set(value, key, 'spoiled')
  }
}

function sentencesIn(value: unknown, name = ''): string[] {
  const told = ['because', 'says', 'headline', 'what', 'wouldChange', 'question']
  if (typeof value === 'string') return told.includes(name) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => sentencesIn(inner, key))
}

describe('any findings the schema accepts', { timeout: 120_000 }, () => {
  it('are screened without a throw, into a result of the declared shape', () => {
    fc.assert(
      fc.property(arbitraryFindings, (findings) => {
        const result = screen(Findings.parse(findings))
        expect(ScreeningResult.parse(result)).toEqual(result)
        expect(JSON.parse(JSON.stringify(result))).toEqual(result)
      }),
      { numRuns: 500 },
    )
  })

  it('are left as they were', () => {
    fc.assert(
      fc.property(arbitraryFindings, (findings) => {
        const before = structuredClone(findings)
        screen(findings)
        timeline(findings)
        expect(findings).toEqual(before)
      }),
      { numRuns: 200 },
    )
  })

  it('are answered alike whatever a caller did to an earlier answer', () => {
    fc.assert(
      fc.property(arbitraryFindings, (findings) => {
        const expected = structuredClone(screen(findings))
        spoil(screen(findings))
        expect(screen(findings)).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })

  it('give the same result in whatever order levels and keys come', () => {
    fc.assert(
      fc.property(arbitraryFindings, (findings) => {
        const { levels, ...result } = screen(findings)
        const other = screen(
          reversed({
            ...findings,
            ...(findings.patient ? { patient: reversed(findings.patient) } : {}),
            levels: findings.levels.toReversed().map(reversed),
          }),
        )
        expect({ ...other, levels: other.levels.toReversed() }).toEqual({ ...result, levels })
      }),
      { numRuns: 300 },
    )
  })

  it('go to the surgeon once any red flag is recorded, urgently for the urgent ones', () => {
    const urgent = [
      'neurologicDeficit',
      'cordOrCaudaCompression',
      'activeInfection',
      'spinalInstability',
    ]
    fc.assert(
      fc.property(arbitraryFindings, fc.constantFrom(...redFlagFacts), (findings, flag) => {
        const patient = { ...findings.patient, [flag]: true }
        const result = screen({ ...findings, patient })
        expect(result.outcome).toBe('needs-surgeon-review')
        expect(result.levels.every(({ outcome }) => outcome === 'needs-surgeon-review')).toBe(true)
        if (urgent.includes(flag)) expect(result.urgent).toBe(true)
        expect(result.urgent).toBe(result.redFlags.some(({ fact }) => urgent.includes(fact)))
        expect(result.headline).toMatch(/^(Urgent for|For) the surgeon/)
      }),
      { numRuns: 300 },
    )
  })

  it('list every safety check that was not asked, and no other', () => {
    fc.assert(
      fc.property(arbitraryFindings, (findings) => {
        const listed = screen(findings).notRecordedSafetyChecks.map(({ fact }) => fact)
        const asked = Object.keys(findings.patient ?? {})
        expect(listed).toEqual(redFlagFacts.filter((fact) => !asked.includes(fact)))
      }),
      { numRuns: 100 },
    )
  })

  it('are answered in whole sentences, the headline in 140 characters or fewer', () => {
    fc.assert(
      fc.property(arbitraryFindings, (findings) => {
        const result = screen(findings)
        expect(result.headline.length).toBeLessThanOrEqual(140)
        for (const sentence of sentencesIn(result)) {
          expect(sentence).toMatch(/^[A-Z0-9"][\s\S]*[.?]$/)
          expect(sentence).not.toMatch(/undefined|null|NaN|\.\.| {2}|\b1 days|^ |,\.|: \./)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('may name all 29 levels and are still answered at once', () => {
    const levels = vertebraeInOrder.map((level) => ({ level, onsetOn: '2026-10-01' }))
    const result = screen({ assessedOn: '2026-11-21', levels })
    expect(result.levels).toHaveLength(29)
    expect(result.headline.length).toBeLessThanOrEqual(140)
  })
})
