import { type Day, writeDay } from '@kyphoscreen/rules'
import type { Evidence, GatheredFact, Origin, Standing } from '../contract.ts'
import { goTogether, type Place } from './evidence-told.ts'
import { standingOf } from './standing.ts'

const sourceNames = {
  document: 'document',
  'phone-call': 'phone call',
  examination: 'examination',
} as const satisfies Record<Origin['kind'], string>

const standingEvidence = ({ evidence }: GatheredFact) =>
  evidence.filter(({ withdrawn }) => withdrawn === null)

/** Names the sources that tell a fact by their kind and day, and nothing of what they tell. */
export const writeSources = (fact: GatheredFact): string =>
  standingEvidence(fact)
    .map(({ origin: { kind, on } }) => `${sourceNames[kind]} of ${writeDay(on)}`)
    .join(', ')

/** The facts as they would be if one source were right about one of them, and about what goes with it. */
const asIfRight = (facts: readonly GatheredFact[], { fact, level }: Place, source: Evidence) =>
  facts.map((one): GatheredFact => {
    if (one.level !== level || !goTogether(one.fact, fact)) return one
    const told = one.evidence.find(({ id }) => id === source.id)
    return told === undefined
      ? { ...one, status: 'withdrawn', value: undefined }
      : { ...one, status: 'recorded', value: told.value, evidence: [told] }
  })

const verdictOf = (standing: Standing) =>
  standing.state === 'screened'
    ? `${standing.result.outcome} ${standing.result.urgent}`
    : standing.state

/** Lists the facts in conflict about which it matters which source is right: some answer changes the outcome, or its urgency. */
export const decisiveConflicts = (
  facts: readonly GatheredFact[],
  birthDate: Day,
  today: Day,
): GatheredFact[] => {
  const now = verdictOf(standingOf(facts, birthDate, today))
  return facts.filter(
    (fact) =>
      fact.status === 'conflict' &&
      standingEvidence(fact).some(
        (source) => verdictOf(standingOf(asIfRight(facts, fact, source), birthDate, today)) !== now,
      ),
  )
}
