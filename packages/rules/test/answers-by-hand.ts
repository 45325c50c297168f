import { addDays, type Fact, type Findings } from '../src/index.ts'

/** A missing fact and, when it is a level's, its level. */
export type Place = { fact: keyof typeof answersByHand; level?: string }

type Written = Readonly<Record<string, unknown>>

const scale = 'NRS-0-10'

/** What can be recorded for each fact, written out by hand and finer than the classes the rules use. */
export const answersByHand = {
  mriFinding: [
    { mriFinding: 'acute' },
    { mriFinding: 'subacute' },
    { mriFinding: 'chronic' },
    { mriFinding: 'indeterminate' },
    { mriFinding: 'no-fracture' },
  ],
  retropulsion: [
    { retropulsion: 'none' },
    { retropulsion: 'mild' },
    { retropulsion: 'present-size-not-stated' },
    { retropulsion: 'significant' },
  ],
  careStartedOn: [
    { careStartedDaysAgo: 0 },
    { careStartedDaysAgo: 13 },
    { careStartedDaysAgo: 14 },
  ],
  careModalities: [
    { careModalities: ['pain-medication'] },
    { careModalities: ['bed-rest', 'other'] },
    { careModalities: [] },
  ],
  careResponse: [
    { careResponse: 'failed' },
    { careResponse: 'improving' },
    { careResponse: 'resolved' },
    { careResponse: 'not-tried' },
  ],
  painScore: [
    { painScore: 4.9, painScale: scale },
    { painScore: 6.9, painScale: scale },
    { painScore: 7, painScale: scale },
  ],
  qualityOfLifeLimited: [{ qualityOfLifeLimited: true }, { qualityOfLifeLimited: false }],
  painFromFracture: [{ painFromFracture: true }, { painFromFracture: false }],
} as const satisfies Partial<Record<Fact, readonly Written[]>>

/** Records an answer; an MRI answer comes from an MRI made on the day of assessment, in place of an older one. */
export function answered(findings: Findings, { fact, level }: Place, answer: Written): Findings {
  if (level !== undefined) {
    const { assessedOn } = findings
    const mri = fact === 'mriFinding' ? { mriPerformedOn: assessedOn } : {}
    return {
      ...findings,
      levels: findings.levels.map((one) => {
        if (one.level !== level) return one
        const { mriMarrowEdema, ...without } = one
        return { ...(fact === 'mriFinding' ? without : one), ...mri, ...answer }
      }),
    }
  }
  const { careStartedDaysAgo, ...plain } = answer
  const care =
    typeof careStartedDaysAgo === 'number'
      ? { careStartedOn: addDays(findings.assessedOn, -careStartedDaysAgo) }
      : {}
  return { ...findings, patient: { ...findings.patient, ...plain, ...care } }
}
