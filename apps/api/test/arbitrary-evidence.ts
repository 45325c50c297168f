import {
  addDays,
  type Day,
  daysBetween,
  type Findings,
  type LevelFacts,
  type PatientFacts,
} from '@kyphoscreen/rules'
import fc from 'fast-check'
import { arbitraryFindings } from '../../../packages/rules/test/arbitrary-findings.ts'
import type { NewEvidence } from '../src/contract.ts'
import { type EvidenceFacts, toldBy, writePlace } from '../src/referrals/evidence-told.ts'
import type { EvidenceRow, RulingRow } from '../src/referrals/gathered-facts.ts'
import { entryOf, rulingOn } from './told-evidence.ts'

/** Invented evidence as it is stored, and the rulings on it. */
export type StoredEvidence = { entries: EvidenceRow[]; rulings: RulingRow[] }

const shifted = (facts: object, days: number) =>
  Object.fromEntries(
    Object.entries(facts).map(([fact, value]) =>
      fact.endsWith('On') ? [fact, addDays(value as Day, days)] : [fact, value],
    ),
  )

/** Care that began a few days ago, so that two weeks are still ahead. */
const withCareOf = (findings: Findings, days: number): Findings => {
  const { careDays: _, ...patient } = findings.patient ?? {}
  return patient.careResponse === 'not-tried'
    ? findings
    : { ...findings, patient: { ...patient, careStartedOn: addDays(findings.assessedOn, -days) } }
}

/** The facts of findings told on a day before that of their assessment, when care had run less long. */
function asTold({ assessedOn, patient, levels }: Findings, base: Day, on: Day): EvidenceFacts {
  const days = daysBetween(assessedOn, base)
  const { ageYears: _, ...known } = patient ?? {}
  const ran = (known.careDays ?? 0) - daysBetween(on, base)
  const told: NewEvidence['patient'] = {
    ...(shifted(known, days) as Omit<PatientFacts, 'ageYears'>),
    ...(known.careDays !== undefined && ran >= 0 && { careDays: ran }),
  }
  return { patient: told, levels: levels.map((level) => shifted(level, days) as LevelFacts) }
}

const some = (facts: object, keep: (fact: string) => boolean) =>
  Object.fromEntries(Object.entries(facts).filter(([fact]) => keep(fact)))

const together: Record<string, string> = { painScale: 'painScore' }

const drawnEntry = fc.record({
  ofOther: fc.oneof(
    { weight: 5, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.boolean() },
  ),
  daysAgo: fc.nat(12),
  dropped: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat() }),
})

const isKept = (dropped: number) => (fact: string) => {
  if (dropped === 0 || fact === 'level') return true
  const name = together[fact] ?? fact
  return (
    (name.charCodeAt(0) * 7 + name.length * 13 + name.charCodeAt(name.length - 1) + dropped) % 2 ===
    0
  )
}

const drawnRuling = fc.record({
  entry: fc.nat(),
  told: fc.nat(),
  withdraws: fc.oneof(
    { weight: 3, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.boolean() },
  ),
  enteredBefore: fc.nat(),
})
type DrawnRuling = typeof drawnRuling extends fc.Arbitrary<infer R> ? R : never

function ruled(entries: EvidenceRow[], drawn: DrawnRuling): RulingRow[] {
  const entry = entries[drawn.entry % entries.length]
  const told = entry ? toldBy(entry.facts as EvidenceFacts) : []
  const place = told[drawn.told % told.length]
  if (entry === undefined || place === undefined) return []
  const { fact, level } = place
  if (drawn.withdraws) return [rulingOn(entry, { fact, level, kind: 'withdrawn', over: [] })]
  const over = entries
    .slice(0, 1 + (drawn.enteredBefore % entries.length))
    .filter(({ facts }) =>
      toldBy(facts as EvidenceFacts).some((one) => writePlace(one) === writePlace(place)),
    )
    .map(({ id }) => id)
  return [rulingOn(entry, { fact, level, kind: 'chosen', over })]
}

/** Draws the evidence of a referral as of about a day: a few sources that mostly agree, with rulings on some of it. */
export const arbitraryEvidence = (base: Day): fc.Arbitrary<StoredEvidence> =>
  fc
    .record({
      usual: arbitraryFindings,
      other: arbitraryFindings,
      recentCare: fc.option(fc.nat(15), { freq: 1 }),
      drawn: fc.array(drawnEntry, { minLength: 1, maxLength: 4 }),
      rulings: fc.array(drawnRuling, { maxLength: 3 }),
    })
    .map(({ usual: found, other, recentCare, drawn, rulings }) => {
      const usual = recentCare === null ? found : withCareOf(found, recentCare)
      const entries = drawn.map(({ ofOther, daysAgo, dropped }) => {
        const on = addDays(base, -daysAgo)
        const { patient = {}, levels = [] } = asTold(ofOther ? other : usual, base, on)
        const keep = isKept(dropped)
        return entryOf(
          {
            patient: some(patient, keep),
            levels: levels.map((level) => some(level, keep) as LevelFacts),
          },
          on,
        )
      })
      return { entries, rulings: rulings.flatMap((ruling) => ruled(entries, ruling)) }
    })

/** Draws a birth date as of a day: mostly of old age, sometimes of somebody about to come of age. */
export const arbitraryBirthDate = (today: Day): fc.Arbitrary<Day> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.integer({ min: 40 * 365, max: 100 * 365 }).map((days) => addDays(today, -days)),
    },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 18 * 365 - 130, max: 18 * 365 + 30 })
        .map((days) => addDays(today, -days)),
    },
  )
