import type { GatheredFact } from '@kyphoscreen/api/contract'

/** Lists the facts in conflict; a pain score and its scale mean nothing one without the other, and are chosen as one. */
export function conflictsOf(facts: readonly GatheredFact[]): GatheredFact[] {
  const conflicts = facts.filter(({ status }) => status === 'conflict')
  return conflicts.some(({ fact }) => fact === 'painScore')
    ? conflicts.filter(({ fact }) => fact !== 'painScale')
    : conflicts
}
