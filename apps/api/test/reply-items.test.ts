import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writePlace } from '../src/referrals/evidence-told.ts'
import { gatheredFacts } from '../src/referrals/gathered-facts.ts'
import { replyItems } from '../src/referrals/reply-items.ts'
import { conflictsIn, standingColumns, standingOf } from '../src/referrals/standing.ts'
import { arbitraryEvidence } from './arbitrary-evidence.ts'

const today = '2026-11-21'
const birthDate = '1948-04-05'

const itemsOf = (facts: ReturnType<typeof gatheredFacts>) =>
  replyItems(facts, standingOf(facts, birthDate, today))

describe('what a reply asks', () => {
  it('is exactly the decisive missing facts while no sources disagree', () => {
    fc.assert(
      fc.property(arbitraryEvidence(today), ({ entries, rulings }) => {
        const facts = gatheredFacts(entries, rulings)
        const { outcome, decisive } = standingColumns(facts, birthDate, today)
        fc.pre(conflictsIn(facts) === 0 && outcome !== 'contradiction')
        expect(itemsOf(facts).map(({ fact, level }) => ({ fact, level }))).toEqual(decisive)
      }),
    )
  })

  it('names each thing once, and of what is recorded only an MRI older than the fracture', () => {
    fc.assert(
      fc.property(arbitraryEvidence(today), ({ entries, rulings }) => {
        const facts = gatheredFacts(entries, rulings)
        fc.pre(standingColumns(facts, birthDate, today).outcome !== 'contradiction')
        const recorded = facts
          .filter(({ fact, status }) => status === 'recorded' && fact !== 'mriFinding')
          .map(writePlace)
        const asked = itemsOf(facts).map(({ fact, level }) => `${level ?? ''} ${fact}`)
        expect(new Set(asked).size).toBe(asked.length)
        expect(asked.filter((place) => recorded.includes(place))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
