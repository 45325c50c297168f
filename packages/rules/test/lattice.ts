import type { LevelFacts, PatientFacts } from '../src/facts.ts'
import type { Findings } from '../src/findings.ts'

/** What a criterion can come to when nothing has to be weighed. */
export const truths = ['met', 'not met', 'not recorded'] as const
export type Truth = (typeof truths)[number]

/** One pattern of the four criteria, findings that have it, and the outcome three-valued logic gives. */
export type Pattern = {
  criteria: readonly [mri: Truth, care: Truth, canal: Truth, pain: Truth]
  findings: Findings
  expected: 'meets' | 'does-not-meet' | 'insufficient-information'
}

const mri: Record<Truth, Partial<LevelFacts>> = {
  met: { mriFinding: 'acute' },
  'not met': { mriFinding: 'chronic' },
  'not recorded': {},
}
const care: Record<Truth, PatientFacts> = {
  met: { careResponse: 'failed', careModalities: ['bracing'], careDays: 21 },
  'not met': { careResponse: 'improving', careModalities: ['bracing'], careDays: 21 },
  'not recorded': {},
}
const canal: Record<Truth, Partial<LevelFacts>> = {
  met: { retropulsion: 'none' },
  'not met': { retropulsion: 'significant' },
  'not recorded': {},
}
const pain: Record<Truth, PatientFacts> = {
  met: { painScore: 8, painScale: 'NRS-0-10', qualityOfLifeLimited: true },
  'not met': { painScore: 3, painScale: 'NRS-0-10', qualityOfLifeLimited: true },
  'not recorded': {},
}

/** Kleene's "and": one that is not met decides, else one that is not recorded leaves it open. */
const expectedOf = (criteria: readonly Truth[]): Pattern['expected'] => {
  if (criteria.includes('not met')) return 'does-not-meet'
  return criteria.includes('not recorded') ? 'insufficient-information' : 'meets'
}

/** All 81 patterns of four criteria over met, not met and not recorded, for one level of one patient. */
export const patterns: readonly Pattern[] = truths.flatMap((first) =>
  truths.flatMap((second) =>
    truths.flatMap((third) =>
      truths.map(
        (fourth): Pattern => ({
          criteria: [first, second, third, fourth],
          findings: {
            assessedOn: '2026-11-21',
            patient: { ...care[second], ...pain[fourth] },
            levels: [{ level: 'L1', ...mri[first], ...canal[third] }],
          },
          expected: expectedOf([first, second, third, fourth]),
        }),
      ),
    ),
  ),
)
