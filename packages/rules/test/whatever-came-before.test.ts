import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LevelFacts, PatientFacts } from '../src/facts.ts'
import { Findings, screen, timeline } from '../src/index.ts'
import { forgetEverything } from '../src/remembered.ts'
import { findingsOfAtMost } from './few-levels.ts'

type Changed = { other: Findings; places: readonly number[] }

const names = ['T12', 'L1', 'L2'] as const

/** Takes some facts of another's, also that they are not recorded. */
function withSome<Facts extends object>(facts: Facts, other: Facts, places: readonly number[]) {
  const keys = [...new Set([...Object.keys(facts), ...Object.keys(other)])] as (keyof Facts)[]
  const taken = keys.filter((_, at) => places.includes(at))
  return Object.fromEntries(
    keys
      .map((key) => [key, taken.includes(key) ? other[key] : facts[key]])
      .filter(([, value]) => value !== undefined),
  )
}

const atSameLevels = ({ levels, ...findings }: Findings): Findings => ({
  ...findings,
  levels: levels.map((level, at) => ({ ...level, level: names[at] ?? 'L3' })),
})

const alike = (one: Findings, { other, places }: Changed) => ({
  assessedOn: one.assessedOn,
  patient: withSome<PatientFacts>(one.patient ?? {}, other.patient ?? {}, places),
  levels: one.levels.map((level, at) => ({
    ...withSome<LevelFacts>(level, other.levels[at] ?? level, places),
    level: level.level,
  })),
})

/** Shortens the care, so that the calendar alone changes something. */
const inCareFor = ({ patient = {}, ...findings }: Findings, careDays: number): Findings => {
  const { careStartedOn: _, ...facts } = patient
  return { ...findings, patient: { ...facts, careDays } }
}

const fewLevels = fc
  .tuple(findingsOfAtMost(3).map(atSameLevels), fc.option(fc.nat(13), { freq: 1 }))
  .map(([findings, days]) => (days === null ? findings : inCareFor(findings, days)))

/** Findings that differ from one another in a fact or a few. */
const nearlyAlike: fc.Arbitrary<Findings[]> = fc
  .tuple(
    fewLevels,
    fc.array(
      fc.record({ other: fewLevels, places: fc.uniqueArray(fc.nat(20), { maxLength: 3 }) }),
      { minLength: 6, maxLength: 12 },
    ),
  )
  .map(([one, changes]) =>
    [one, ...changes.map((changed) => alike(one, changed))].flatMap(
      (findings) => Findings.safeParse(findings).data ?? [],
    ),
  )

const answersTo = (findings: Findings) => ({
  result: screen(findings),
  days: timeline(findings),
})

describe('what is remembered of other screenings', { timeout: 60_000 }, () => {
  it('changes no answer, however alike the findings that were screened before', () => {
    const many = fc.array(nearlyAlike, { minLength: 100, maxLength: 100 })
    fc.assert(
      fc.property(many, (sets) => {
        const all = sets.flat()
        const anew = all.map((findings) => {
          forgetEverything()
          return answersTo(findings)
        })
        forgetEverything()
        for (const [at, findings] of all.entries()) expect(answersTo(findings)).toEqual(anew[at])
      }),
      { numRuns: 1, endOnFailure: true },
    )
  })
})
