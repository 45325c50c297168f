import { contradictions } from '../src/contradictions.ts'
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

/** Gives the place of a fact that a result lists. */
export const placeOf = ({ fact, level }: { fact: Fact; level?: string | undefined }) =>
  (level === undefined ? { fact } : { fact, level }) as Place

/** Every way in which some facts can be answered together, leaving out what the schema refuses. */
export function* everyAnswer(findings: Findings, places: readonly Place[]): Generator<Findings> {
  const [first, ...rest] = places
  if (first === undefined) {
    if (contradictions(findings).length === 0) yield findings
    return
  }
  for (const answer of answersByHand[first.fact]) {
    yield* everyAnswer(answered(findings, first, answer), rest)
  }
}

/** True when one of many findings is as asked. */
export function some(all: Iterable<Findings>, holds: (one: Findings) => boolean): boolean {
  for (const one of all) if (holds(one)) return true
  return false
}

/** Findings with each of some facts either answered in one of its ways or left missing, in every combination. */
export function completions(findings: Findings, places: readonly Place[]): Findings[] {
  let found = [findings]
  for (const place of places) {
    found = found.flatMap((one) => [
      one,
      ...answersByHand[place.fact].flatMap((answer) => {
        const after = answered(one, place, answer)
        return contradictions(after).length === 0 ? [after] : []
      }),
    ])
  }
  return found
}
