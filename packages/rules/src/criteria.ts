import { activeFractureOnMri } from './criteria/active-fracture-on-mri.ts'
import { failedConservativeCare } from './criteria/failed-conservative-care.ts'
import { noSignificantRetropulsion } from './criteria/no-significant-retropulsion.ts'
import { severePainLimitingLife } from './criteria/severe-pain-limiting-life.ts'
import type { Criterion, Reason, Seen } from './criterion.ts'
import type { Day } from './day.ts'
import type { PatientFacts } from './facts.ts'
import { type Policy, policy } from './policy.ts'
import { type Pattern, patternOf, type Telling, tellingOf } from './seen-alike.ts'
import { type State, stateOf } from './state.ts'

/** The four criteria, in the order in which they are shown. */
export const criteria = [
  activeFractureOnMri,
  failedConservativeCare,
  noSignificantRetropulsion,
  severePainLimitingLife,
] as const

export type CriterionId = (typeof criteria)[number]['id']

type Always = 'status' | 'because'

/** A reason with all its keys, those it leaves out as undefined. */
type WholeReason = {
  readonly [Key in Exclude<keyof Required<Reason<Seen>>, 'tells'>]: Key extends Always
    ? Reason<Seen>[Key]
    : Reason<Seen>[Key] | undefined
} & {
  readonly state: State
  /** What the words tell of, and how a memory tells it apart. */
  readonly tells: readonly Telling[]
  readonly pattern: Pattern
  /** The day from which the calendar alone gives another reason. */
  readonly until: ((seen: Seen, policy: Policy) => Day | undefined) | undefined
}

/** A criterion's answer: the criterion, and the reason it gave with the code it goes by. */
export type Judgement = {
  readonly criterion: Criterion<CriterionId>
  readonly code: string
  readonly reason: WholeReason
}

/** What is known of a patient of whom nothing is recorded. */
export const nothingRecorded: PatientFacts = Object.freeze({})

/** Gives a reason all its keys, in one order: the engine reads objects of one shape much faster. */
function inOneShape(reason: Reason<Seen>): WholeReason {
  const tells = (reason.tells ?? []).map(tellingOf)
  return {
    status: reason.status,
    state: stateOf(reason),
    tells,
    pattern: patternOf(tells),
    because: reason.because,
    missing: reason.missing,
    asksFor: reason.asksFor,
    canBeMetOn: reason.canBeMetOn,
    holdsUntil: reason.holdsUntil,
    until: reason.holdsUntil ?? reason.canBeMetOn,
    notYet: reason.notYet,
    wouldChange: reason.wouldChange,
  }
}

/** The judgements of each criterion, made once for every reason, by its code. */
const judgements = new Map(
  criteria.map((criterion: Criterion<CriterionId>) => [
    criterion,
    new Map(
      Object.entries(criterion.reasons).map(([code, reason]) => [
        code,
        Object.freeze({ criterion, code, reason: inOneShape(reason) }),
      ]),
    ),
  ]),
)

/** Gives the judgements a criterion can come to, by the codes of its reasons. */
export const judgementsOf = (criterion: Criterion<CriterionId>): ReadonlyMap<string, Judgement> =>
  judgements.get(criterion) as ReadonlyMap<string, Judgement>

/** Judges one criterion on what it may see. */
export const judge = (criterion: Criterion<CriterionId>, seen: Seen): Judgement =>
  judgementsOf(criterion).get(criterion.judge(seen, policy)) as Judgement
