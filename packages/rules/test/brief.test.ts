import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { screen, screenBriefly, timeline, timelineInBrief } from '../src/index.ts'
import { arbitraryFindings } from './arbitrary-findings.ts'

const drawn = fc.sample(arbitraryFindings, { numRuns: 800, seed: 20_261_122 })

describe('What a result comes to without its words', () => {
  it('is what the result says, of any findings', () => {
    const told = drawn.map(screen).map(({ outcome, urgent, missing, nextChange }) => {
      const decisive = missing
        .filter((fact) => fact.decisive)
        .map(({ question: _, decisive: __, ...place }) => place)
      return { outcome, urgent, decisive, nextChangeOn: nextChange?.on }
    })
    expect(drawn.map(screenBriefly)).toEqual(told)
  })

  it('goes on day by day as the timeline does', () => {
    const told = drawn.map((findings) =>
      timeline(findings).map(({ changes: _, what: __, ...day }) => day),
    )
    expect(drawn.map(timelineInBrief)).toEqual(told)
  })
})
