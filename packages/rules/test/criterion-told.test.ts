import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { policy } from '../src/policy.ts'
import { screen } from '../src/screen.ts'
import { standing } from '../src/standing.ts'
import { arbitraryFindings } from './arbitrary-findings.ts'

describe('what is told of a criterion', () => {
  it('is what its words say when they are shown everything, whoever was told the like before', () => {
    fc.assert(
      fc.property(arbitraryFindings, (findings) => {
        const told = screen(findings).levels.map(({ criteria }) =>
          criteria.map(({ code, because, missing, canBeMetOn, wouldChange }) => ({
            code,
            because,
            missing,
            canBeMetOn,
            wouldChange,
          })),
        )
        const said = standing(findings).levels.map(({ seen, judgements }) =>
          judgements.map(({ code, reason }) => ({
            code,
            because: reason.because(seen, policy),
            missing: [...(reason.missing?.(seen) ?? [])],
            canBeMetOn: reason.canBeMetOn?.(seen, policy) ?? null,
            wouldChange: reason.wouldChange?.(seen, policy) ?? null,
          })),
        )
        expect(told).toEqual(said)
      }),
      { numRuns: 1000 },
    )
  })
})
