import type { LevelFacts, PatientFacts } from '../src/facts.ts'
import type { Findings } from '../src/findings.ts'
import { daysBefore } from './arbitrary-findings.ts'
import type { Words } from './decision-table.ts'

/** The day every combination is judged on; its February has 29 days. */
export const assessedOn = '2028-03-10'

/** Gives the day that lies a number of days before the assessment. */
export const daysAgo = (days: number): string => daysBefore(assessedOn, days)

/** Facts to add to the findings: the patient's, the level's, and further levels. */
export type Fragment = {
  patient?: PatientFacts
  level?: Partial<LevelFacts>
  others?: readonly LevelFacts[]
}

/** For one question: each word that answers it, with every way of writing that word as facts. */
export type Classes = Readonly<Record<string, readonly Fragment[]>>

/** Gives one class for every value, in facts of the patient. */
export const patients = <F extends keyof PatientFacts>(fact: F, ...values: PatientFacts[F][]) =>
  values.map((value): Fragment => ({ patient: { [fact]: value } }))

/** Gives one class for every value, in facts of the level. */
export const levels = <F extends keyof LevelFacts>(fact: F, ...values: LevelFacts[F][]) =>
  values.map((value): Fragment => ({ level: { [fact]: value } }))

/** The class in which nothing is recorded. */
export const nothing: readonly Fragment[] = [{}]

/** Every combination of the classes: its words, and findings that say just that. */
export function* combinations(
  questions: Readonly<Record<string, Classes>>,
): Generator<{ words: Words; findings: Findings }> {
  const dimensions = Object.entries(questions).map(([question, classes]) =>
    Object.entries(classes).flatMap(([word, ways]) => ways.map((way) => ({ question, word, way }))),
  )
  const chosen = dimensions.map(() => 0)
  for (;;) {
    const parts = dimensions.flatMap((dimension, at) => dimension[chosen[at] ?? 0] ?? [])
    yield {
      words: Object.fromEntries(parts.map(({ question, word }) => [question, word])),
      findings: findingsOf(parts.map(({ way }) => way)),
    }
    let turned = dimensions.length - 1
    while (turned >= 0 && chosen[turned] === (dimensions[turned]?.length ?? 0) - 1) {
      chosen[turned] = 0
      turned -= 1
    }
    if (turned < 0) return
    chosen[turned] = (chosen[turned] ?? 0) + 1
  }
}

/** Counts the combinations of the classes. */
export const countOf = (questions: Readonly<Record<string, Classes>>): number =>
  Object.values(questions).reduce(
    (product, classes) => product * Object.values(classes).flat().length,
    1,
  )

/** The words each question can be answered with. */
export const wordsOf = (questions: Readonly<Record<string, Classes>>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(questions).map(([question, classes]) => [question, Object.keys(classes)]),
  )

function findingsOf(fragments: readonly Fragment[]): Findings {
  const patient: PatientFacts = {}
  const level: LevelFacts = { level: 'L1' }
  const others: LevelFacts[] = []
  for (const fragment of fragments) {
    Object.assign(patient, fragment.patient)
    Object.assign(level, fragment.level)
    others.push(...(fragment.others ?? []))
  }
  return { assessedOn, patient, levels: [level, ...others] }
}
