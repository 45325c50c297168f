import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOfDay } from '../src/referrals/columns-of-day.ts'
import { keptFacts } from '../src/referrals/evidence-kept.ts'
import { type EvidenceFacts, writePlace } from '../src/referrals/evidence-told.ts'
import { type EvidenceRow, gatheredFacts, type RulingRow } from '../src/referrals/gathered-facts.ts'
import { arbitraryEvidence } from './arbitrary-evidence.ts'
import { ofPatient, onPatient, standsOf } from './told-evidence.ts'

const today = '2026-11-21'
const birthDate = '1948-04-05'

/** The same facts without those at some places; a level that is not told takes its facts with it. */
function withoutPlaces(
  { patient = {}, levels = [] }: EvidenceFacts,
  untold: string[],
): EvidenceFacts {
  const rest = (facts: object, level: string) =>
    Object.fromEntries(
      Object.entries(facts).filter(
        ([fact]) => fact === 'level' || !untold.includes(`${level} ${fact}`),
      ),
    )
  return {
    patient: rest(patient, ''),
    levels: levels
      .filter(({ level }) => !untold.includes(`${level} level`))
      .map((facts) => ({ ...rest(facts, facts.level), level: facts.level })),
  }
}

type Act = { kind: 'enter'; value: boolean } | { kind: 'chosen' | 'withdrawn'; which: number }

const acts = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('enter' as const), value: fc.boolean() }),
    fc.record({ kind: fc.constantFrom('chosen' as const, 'withdrawn' as const), which: fc.nat(5) }),
  ),
  { minLength: 1, maxLength: 12 },
)

/** Does the acts one after the other and tells, by their order alone, what stands in the end. */
function done(all: Act[]) {
  const entries: EvidenceRow[] = []
  const rulings: RulingRow[] = []
  const history: { entry: EvidenceRow; value: boolean; at: number }[] = []
  const withdrawn = new Set<EvidenceRow>()
  const choices: { entry: EvidenceRow; at: number }[] = []
  for (const [at, act] of all.entries()) {
    if (act.kind === 'enter') {
      const entry = ofPatient({ pregnant: act.value })
      entries.push(entry)
      history.push({ entry, value: act.value, at })
      continue
    }
    const entry = entries[act.which]
    if (entry === undefined || withdrawn.has(entry)) continue
    rulings.push(onPatient(entry, 'pregnant', act.kind, entries))
    if (act.kind === 'withdrawn') withdrawn.add(entry)
    else choices.push({ entry, at })
  }
  const standing = history.filter(({ entry }) => !withdrawn.has(entry))
  const choice = choices.findLast(({ entry }) => !withdrawn.has(entry))
  const heard = standing.filter(
    ({ entry, at }) => !choice || entry === choice.entry || at > choice.at,
  )
  const values = [...new Set(heard.map(({ value }) => value))]
  return { entries, rulings, standing, values }
}

describe('evidence laid side by side', () => {
  it('is in conflict exactly while two standing values differ and nobody has chosen since', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const { entries, rulings, standing, values } = done(all)
        const expected =
          standing.length === 0
            ? ['withdrawn', undefined]
            : values.length > 1
              ? ['conflict', undefined]
              : ['recorded', values[0]]
        fc.pre(entries.length > 0)
        expect(standsOf('pregnant', entries, rulings)).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('is the same in whatever order the entries and the rulings are given', () => {
    fc.assert(
      fc.property(arbitraryEvidence(today), fc.nat(7), ({ entries, rulings }, turn) => {
        const turned = [
          ...entries.slice(turn % entries.length),
          ...entries.slice(0, turn % entries.length),
        ]
        expect(gatheredFacts(turned.reverse(), rulings.toReversed())).toEqual(
          gatheredFacts(entries, rulings),
        )
      }),
    )
  })

  it('gives every fact in conflict or withdrawn no value, and the rest one', () => {
    fc.assert(
      fc.property(arbitraryEvidence(today), ({ entries, rulings }) => {
        for (const { status, value } of gatheredFacts(entries, rulings)) {
          expect(value === undefined).toBe(status !== 'recorded')
        }
      }),
    )
  })

  it('screens as if a fact in conflict or withdrawn had never been told', () => {
    fc.assert(
      fc.property(arbitraryEvidence(today), ({ entries, rulings }) => {
        const gathered = gatheredFacts(entries, rulings)
        const untold = gathered.filter(({ status }) => status !== 'recorded').map(writePlace)
        const without = entries.map((entry) => ({
          ...entry,
          facts: withoutPlaces(entry.facts as EvidenceFacts, untold),
        }))
        const screened = columnsOfDay(keptFacts(gathered), birthDate, today)
        expect(screened).toEqual(
          columnsOfDay(keptFacts(gatheredFacts(without, rulings)), birthDate, today),
        )
      }),
      { numRuns: 300 },
    )
  })
})
