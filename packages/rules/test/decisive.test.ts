import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Findings, screen } from '../src/index.ts'
import { completions, everyAnswer, placeOf, some } from './answers-by-hand.ts'
import { sparseFindings } from './few-levels.ts'

const known: Findings['patient'] = {
  painScore: 8,
  painScale: 'NRS-0-10',
  painFromFracture: true,
  qualityOfLifeLimited: true,
  careDays: 20,
  careModalities: ['bracing'],
  careResponse: 'failed',
}

describe('a decisive fact', { timeout: 120_000 }, () => {
  it('is marked exactly when some completion of the others makes it change the outcome', () => {
    fc.assert(
      fc.property(sparseFindings(2), (findings) => {
        const { missing, noNeedToChase } = screen(findings)
        fc.pre(missing.length <= 5)
        for (const asked of missing) {
          const others = missing.filter((other) => other !== asked).map(placeOf)
          const contexts = completions(findings, others)
          const decisive = contexts.some((context) => {
            const before = screen(context).outcome
            return some(
              everyAnswer(context, [placeOf(asked)]),
              (after) => screen(after).outcome !== before,
            )
          })
          expect({ ...placeOf(asked), decisive: asked.decisive }).toEqual({
            ...placeOf(asked),
            decisive,
          })
        }
        expect(noNeedToChase.map(placeOf)).toEqual(
          missing.filter(({ decisive }) => !decisive).map(placeOf),
        )
      }),
      { numRuns: 40 },
    )
  })

  it.each([
    [{ neurologicDeficit: true }, undefined, 'A neurologic deficit is recorded.'],
    [
      { qualityOfLifeLimited: false },
      'severe-pain-limiting-life',
      'severe pain limiting life is not met.',
    ],
  ] as const)('is none when %o decides already', (patient, criterion, because) => {
    const findings: Findings = { assessedOn: '2026-11-21', patient, levels: [{ level: 'L1' }] }
    const { missing, noNeedToChase } = screen(findings)
    expect(missing.some(({ decisive }) => decisive)).toBe(false)
    expect(noNeedToChase.length).toBe(missing.length)
    for (const spared of noNeedToChase) {
      expect(spared.criterion).toBe(criterion)
      expect(spared.because).toContain(because)
    }
  })

  it("is spared by the patient's criterion rather than by a level's, when both are not met", () => {
    const findings: Findings = {
      assessedOn: '2026-11-21',
      patient: { qualityOfLifeLimited: false },
      levels: [{ level: 'L1', mriFinding: 'no-fracture' }],
    }
    const { noNeedToChase } = screen(findings)
    expect(noNeedToChase.length).toBeGreaterThan(1)
    for (const { criterion, because } of noNeedToChase) {
      expect(criterion).toBe('severe-pain-limiting-life')
      expect(because).toBe('Already decided: severe pain limiting life is not met.')
    }
  })

  it("is spared by a level's criterion, named with the level, when that alone is not met", () => {
    const findings: Findings = {
      assessedOn: '2026-11-21',
      levels: [{ level: 'L1', mriFinding: 'no-fracture' }],
    }
    expect(screen(findings).noNeedToChase[0]).toEqual({
      fact: 'retropulsion',
      level: 'L1',
      criterion: 'active-fracture-on-mri',
      because: 'Already decided: active fracture on MRI is not met at L1.',
    })
  })

  it('is judged anew when the same onset is seen on a later day', () => {
    const leadsTo = (assessedOn: string) =>
      screen({
        assessedOn,
        patient: known,
        levels: [{ level: 'L1', onsetOn: '2026-08-29', retropulsion: 'none' }],
      }).settles[0]?.answers[0]?.leadsTo
    expect(leadsTo('2026-11-21')).toBe('meets')
    expect(leadsTo('2026-11-22')).toBe('needs-surgeon-review')
  })

  it('is not the form of care for a child, who goes to the surgeon unless care has not failed', () => {
    const levels: Findings['levels'] = [{ level: 'L1' }]
    const patient = { ageYears: 12, painFromFracture: true } as const
    const findings: Findings = { assessedOn: '2026-11-21', patient, levels }
    expect(screen(findings).outcome).toBe('needs-surgeon-review')
    expect(screen(findings).noNeedToChase).toEqual([
      {
        fact: 'careModalities',
        because: 'Already decided: L1 goes to the surgeon. The patient is younger than 18.',
      },
    ])
  })

  it('can be significant retropulsion at a level that does not meet, beside one that does', () => {
    const findings: Findings = {
      assessedOn: '2026-11-21',
      patient: known,
      levels: [
        { level: 'L1', mriFinding: 'acute', retropulsion: 'none' },
        { level: 'L2', mriFinding: 'chronic' },
      ],
    }
    expect(screen(findings).outcome).toBe('meets')
    expect(screen(findings).missing).toMatchObject([
      { fact: 'retropulsion', level: 'L2', decisive: true },
    ])
  })
})
