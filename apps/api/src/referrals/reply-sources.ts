import { writeDay } from '@kyphoscreen/rules'
import type { GatheredFact, Origin } from '../contract.ts'
import { standingEvidence } from './decisive-conflicts.ts'

const sourceNames = {
  document: 'document',
  'phone-call': 'phone call',
  examination: 'examination',
} as const satisfies Record<Origin['kind'], string>

/** Names the sources that tell a fact by their kind and day, and nothing of what they tell. */
export const writeSources = (fact: GatheredFact): string =>
  standingEvidence(fact)
    .map(({ origin: { kind, on } }) => `${sourceNames[kind]} of ${writeDay(on)}`)
    .join(', ')
