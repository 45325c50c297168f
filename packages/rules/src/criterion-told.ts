import type { Judgement, Telling } from './criteria.ts'
import type { Seen } from './criterion.ts'
import type { Fact } from './findings.ts'
import { policy } from './policy.ts'
import { further, keep, lasting, memoryOf } from './remembered.ts'
import type { CriterionResult } from './result.ts'

type Facts = Partial<Record<Fact, unknown>>

function read(seen: Seen, telling: Telling): unknown {
  const { of } = telling
  if (of === 'day') return seen[telling.name]
  return ((of === 'level' ? seen.level : seen.patient) as Facts)[telling.name]
}

/** Gives a value by which a memory can tell it from others: of a list, its items as one text. */
const asKey = (value: unknown) => (typeof value === 'object' ? String(value) : value)

/** Shows the words of a reason what they tell of and nothing else. */
function shownTo(tells: readonly Telling[], seen: Seen): Seen {
  const [day, patient, level]: [object, Facts, Facts] = [{}, {}, {}]
  const parts = { day, patient, level }
  for (const telling of tells) {
    const value = read(seen, telling)
    if (value !== undefined) Object.assign(parts[telling.of], { [telling.name]: value })
  }
  return { assessedOn: '', oldestFractureDays: undefined, ...day, patient, level } as Seen
}

function tell({ criterion, code, reason }: Judgement, seen: Seen): CriterionResult {
  return Object.freeze({
    id: criterion.id,
    requires: criterion.requires,
    status: reason.status,
    code,
    because: reason.because(seen, policy),
    missing: lasting([...(reason.missing?.(seen) ?? [])]),
    sources: criterion.sources,
    reading: criterion.reading,
    notYet: reason.notYet === true,
    canBeMetOn: reason.canBeMetOn?.(seen, policy) ?? null,
    wouldChange: reason.wouldChange?.(seen, policy) ?? null,
  })
}

const toldBefore = memoryOf<CriterionResult>()

/** Tells how a criterion stands; frozen, for it is the same for all of whom its words tell the same. */
export function criterionTold(judgement: Judgement, seen: Seen): CriterionResult {
  const { tells } = judgement.reason
  let place = further(toldBefore.first, judgement)
  for (const telling of tells) place = further(place, asKey(read(seen, telling)))
  return place.made ?? keep(toldBefore, place, tell(judgement, shownTo(tells, seen)))
}
