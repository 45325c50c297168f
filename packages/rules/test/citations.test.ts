import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allAdvisories } from '../src/advisories.ts'
import { conflicts } from '../src/conflicts.ts'
import { criteria } from '../src/criteria.ts'
import { consentRisks, Findings, handout, type Source, screen } from '../src/index.ts'
import { policyNumbers } from '../src/policy.ts'
import { paragraphHashes } from '../src/source.ts'
import { arbitraryFindings } from './arbitrary-findings.ts'
import { type Citing, faultsIn, written } from './citation-faults.ts'

const fromSource = Object.entries(policyNumbers).filter(
  ([, { origin }]) => origin === 'from source',
)
const clinicSet = Object.entries(policyNumbers).filter(([, { origin }]) => origin === 'clinic-set')
const named = (what: string, sources: readonly Source[]): Citing => ({ what, sources })

const citing: readonly Citing[] = [
  ...criteria.map(({ id, sources }) => named(id, sources)),
  ...fromSource.map(([name, { sources }]) => named(name, sources)),
  ...allAdvisories.map(({ id, sources }) => named(id, sources)),
  ...Object.values(conflicts).map(({ id, sources }) => named(id, sources)),
  ...Object.values(handout).flatMap((section) => section.map((s) => named(s.says, s.sources))),
  ...consentRisks.map(({ says, sources }) => named(says, sources)),
]

/** What each thing rests on, by the written criteria. */
const restsOn: Record<string, string> = {
  'active-fracture-on-mri': 'S1 5, S2 9',
  'failed-conservative-care': 'S1 4',
  'no-significant-retropulsion': 'S1 4',
  'severe-pain-limiting-life': 'S1 4, S2 2',
  minimumCareDays: 'S1 4',
  typicalCareDays: 'S1 4',
  'bone-health': 'S2 9',
  frailty: 'S2 11',
  'medical-suitability': 'S2 11',
  'procedure-time': 'S1 5',
  acuity: 'S1 5, S2 9',
  anesthesia: 'S1 5, S2 3',
  recovery: 'S2 7, S1 6',
}

describe('the citations', () => {
  it('are without a fault in all that cites: each has a source, within its page, with its hash', () => {
    expect(citing.length).toBe(4 + 2 + 6 + 3 + 9 + 8)
    expect(faultsIn(citing, paragraphHashes)).toEqual([])
  })

  it.each(Object.entries(restsOn))('let %s rest on %s', (what, paragraphs) => {
    expect(
      citing
        .find((one) => one.what === what)
        ?.sources.map(written)
        .join(', '),
    ).toBe(paragraphs)
  })

  it('are never given for a number the clinic has set', () => {
    expect(clinicSet.filter(([, { sources }]) => sources.length > 0)).toEqual([])
  })

  it('come with everything a screening tells of a source', () => {
    const drawn = fc.sample(arbitraryFindings, { numRuns: 1000, seed: 7 })
    const told = drawn.flatMap((findings) => {
      const { levels, advisories, conflicts: touched } = screen(Findings.parse(findings))
      return [...levels.flatMap((level) => level.criteria), ...advisories, ...touched]
    })
    const each = new Map(told.map(({ id, sources }) => [JSON.stringify([id, sources]), sources]))
    const faults = faultsIn(
      [...each].map(([what, sources]) => named(what, sources)),
      paragraphHashes,
    )
    expect(each.size).toBeGreaterThanOrEqual(4 + 6 + 3)
    expect(faults.filter((fault) => !fault.endsWith('nothing cites it'))).toEqual([])
  }, 30_000)
})
