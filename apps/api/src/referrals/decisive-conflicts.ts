import { type Day, screen } from '@kyphoscreen/rules'
import type { Evidence, GatheredFact } from '../contract.ts'
import { keptFacts } from './evidence-kept.ts'
import { goTogether, type Place } from './evidence-told.ts'
import { findingsOn } from './standing-findings.ts'

/** What a source tells of a fact in conflict, and what would follow if it alone were right. */
type Right = { fact: GatheredFact; source: Evidence; alone: string }

const mostPairs = 500

/** Gives the evidence of a fact that is not withdrawn. */
export const standingEvidence = ({ evidence }: GatheredFact): Evidence[] =>
  evidence.filter(({ withdrawn }) => withdrawn === null)

const isSamePlace = (one: Place, other: Place) =>
  one.level === other.level && goTogether(one.fact, other.fact)

/** The facts as they would be if one source were right about one of them, and about what goes with it. */
const asIfRight = (facts: readonly GatheredFact[], place: Place, source: Evidence) =>
  facts.map((one): GatheredFact => {
    if (!isSamePlace(one, place)) return one
    const told = one.evidence.find(({ id }) => id === source.id)
    return told === undefined
      ? { ...one, status: 'withdrawn', value: undefined }
      : { ...one, status: 'recorded', value: told.value, evidence: [told] }
  })

function verdictOf(facts: readonly GatheredFact[], birthDate: Day, today: Day): string {
  const kept = keptFacts(facts)
  if (kept === null) return 'no-level'
  const read = findingsOn(kept, birthDate, today)
  if (!read.accepted) return 'contradiction'
  const { outcome, urgent } = screen(read.findings)
  return `${outcome} ${urgent}`
}

function* pairsOf(rights: readonly Right[]): Generator<[Right, Right]> {
  for (const [index, one] of rights.entries()) {
    for (const other of rights.slice(index + 1)) {
      if (!isSamePlace(one.fact, other.fact)) yield [one, other]
    }
  }
}

/**
 * Lists the facts in conflict about which it matters which source is right: some answer changes the outcome, or its
 * urgency, alone or together with an answer about another one. Beyond five hundred such pairs all are listed.
 */
export function decisiveConflicts(
  facts: readonly GatheredFact[],
  birthDate: Day,
  today: Day,
): GatheredFact[] {
  const conflicts = facts.filter(({ status }) => status === 'conflict')
  const now = verdictOf(facts, birthDate, today)
  const rights = conflicts.flatMap((fact) =>
    standingEvidence(fact).map((source): Right => {
      const alone = verdictOf(asIfRight(facts, fact, source), birthDate, today)
      return { fact, source, alone }
    }),
  )
  if (rights.length ** 2 > 2 * mostPairs) return conflicts
  const decisive = new Set(rights.filter(({ alone }) => alone !== now).map(({ fact }) => fact))
  for (const [one, other] of pairsOf(rights)) {
    if (decisive.has(one.fact) && decisive.has(other.fact)) continue
    const known = asIfRight(facts, one.fact, one.source)
    const both = verdictOf(asIfRight(known, other.fact, other.source), birthDate, today)
    if (both === 'contradiction' || [now, one.alone, other.alone].includes(both)) continue
    decisive.add(one.fact).add(other.fact)
  }
  return conflicts.filter((fact) => decisive.has(fact))
}
