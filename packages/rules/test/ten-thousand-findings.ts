import fc from 'fast-check'
import type { Findings } from '../src/index.ts'
import { arbitraryFindings } from './arbitrary-findings.ts'

let drawn: readonly Findings[] | undefined

/** Gives the same 10,000 random findings to every test that asks, drawn once; that all are accepted has a test of its own. */
export function tenThousandFindings(): readonly Findings[] {
  drawn ??= fc.sample(arbitraryFindings, { numRuns: 10_000, seed: 20_261_121 })
  return drawn
}
