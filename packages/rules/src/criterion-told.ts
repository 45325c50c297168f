import type { AskedFact } from './answers.ts'
import type { CriterionId, Judgement } from './criteria.ts'
import type { Seen } from './criterion.ts'
import type { Fact } from './facts.ts'
import { type Gap, gapOf } from './missing.ts'
import { policy } from './policy.ts'
import { keep, lasting, memoryOf } from './remembered.ts'
import type { CriterionResult } from './result.ts'
import { placeOfSeen, type Telling } from './seen-alike.ts'

/** What a criterion asks for because it is missing. */
export type CriterionAsked = { readonly gap: Gap }

/** What is told of a criterion, and what it asks for. */
export type CriterionTold = CriterionAsked & { readonly result: CriterionResult }

type Facts = Partial<Record<Fact, unknown>>

/** Shows the words of a reason what they tell of and nothing else; the days in care as if they were recorded so. */
function shownTo(tells: readonly Telling[], seen: Seen): Seen {
  const [assessment, patient, level]: [object, Facts, Facts] = [{}, {}, {}]
  const parts = { assessment, patient, level }
  for (const { name, of, read } of tells) {
    const value = read(seen)
    const shown = name === 'daysInCare' ? 'careDays' : name
    if (value !== undefined) Object.assign(parts[of], { [shown]: value })
  }
  return { assessedOn: '', oldestFractureDays: undefined, ...assessment, patient, level } as Seen
}

/** Lists the facts a criterion asks for; whether the pain comes from the fracture is asked without being waited for. */
const askedBy = (id: CriterionId, { patient }: Seen, missing: readonly AskedFact[]) =>
  id === 'severe-pain-limiting-life' && patient.painFromFracture === undefined
    ? [...missing, 'painFromFracture' as const]
    : missing

function tell(judgement: Judgement, seen: Seen): CriterionTold {
  const { criterion, code, reason } = judgement
  const missing = lasting([...(reason.missing?.(seen) ?? [])])
  const result = Object.freeze({
    id: criterion.id,
    requires: criterion.requires,
    status: reason.status,
    code,
    because: reason.because(seen, policy),
    missing,
    sources: criterion.sources,
    reading: criterion.reading,
    notYet: reason.notYet === true,
    canBeMetOn: reason.canBeMetOn?.(seen, policy) ?? null,
    wouldChange: reason.wouldChange?.(seen, policy) ?? null,
  })
  return { result, gap: gapOf(judgement, askedBy(criterion.id, seen, missing)) }
}

const toldBefore = memoryOf<CriterionTold>()

/** Tells how a criterion stands; frozen, for it is the same for all of whom its words tell the same. */
export function criterionTold(judgement: Judgement, seen: Seen): CriterionTold {
  const { tells, pattern } = judgement.reason
  const place = placeOfSeen(toldBefore, pattern, seen)
  return place.made ?? keep(toldBefore, place, tell(judgement, shownTo(tells, seen)))
}

const nothingMissing: readonly AskedFact[] = []

/** Tells what a criterion asks for, without the words. */
export function criterionAsked(judgement: Judgement, seen: Seen): CriterionAsked {
  const missing = judgement.reason.missing?.(seen) ?? nothingMissing
  return { gap: gapOf(judgement, askedBy(judgement.criterion.id, seen, missing)) }
}
