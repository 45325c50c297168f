import type { AskedFact } from './answers.ts'
import type { Day } from './day.ts'
import type { Fact, LevelFact, LevelFacts, PatientFact, PatientFacts } from './facts.ts'
import type { Policy } from './policy.ts'
import type { Question } from './questions.ts'
import type { Tellable } from './seen-alike.ts'
import type { Source } from './source.ts'

/** How a criterion stands; `needs-review`: the facts are known and a person must weigh them; `unknown`: a needed fact is not recorded. */
export const statuses = ['met', 'not-met', 'needs-review', 'unknown'] as const
export type Status = (typeof statuses)[number]

/** What a criterion may look at: only the patient's and the level's facts it declares, and the ages of the fractures. */
export type Seen<P extends PatientFact = PatientFact, L extends LevelFact = LevelFact> = {
  assessedOn: Day
  patient: Pick<PatientFacts, P>
  level: Pick<LevelFacts, L>
  /** Days since the onset of the oldest fracture, for care whose length is not recorded; undefined unless every level's onset is. */
  oldestFractureDays: number | undefined
}

/**
 * Why a criterion has its status: one entry of its table of reasons. `because` is one plain sentence
 * with the recorded value and what was asked. A `notYet` reason is undone by the calendar alone.
 */
export type Reason<S, Told extends Fact = Fact> = {
  readonly status: Status
  /** What the words, the missing facts and `canBeMetOn` rest on: they are shown nothing else, and are told alike to all for whom it is alike. `daysInCare` stands for the two facts that hold them; among what has many values, what has fewest comes first: it makes the memory of them small. */
  readonly tells?: readonly (Told | Exclude<Tellable, Fact>)[]
  readonly because: (seen: S, policy: Policy) => string
  readonly missing?: (seen: S) => readonly AskedFact[]
  /** What to ask for instead of the missing fact's own question. */
  readonly asksFor?: Question
  readonly canBeMetOn?: (seen: S, policy: Policy) => Day
  /** The day from which the calendar alone gives another reason; when left out, `canBeMetOn`. */
  readonly holdsUntil?: (seen: S, policy: Policy) => Day | undefined
  readonly notYet?: true
  /** What could be done that would change a status of not met, in one sentence; never another reading of what is recorded. */
  readonly wouldChange?: (seen: S, policy: Policy) => string
}

/** A criterion: its words and sources as data, and one pure judge that sees only the facts it declares. */
export type Criterion<
  Id extends string = string,
  P extends PatientFact = PatientFact,
  L extends LevelFact = LevelFact,
  Code extends string = string,
> = {
  readonly id: Id
  readonly requires: string
  readonly sources: readonly Source[]
  readonly reading: string
  readonly scope: 'level' | 'patient'
  /** Facts without which the criterion cannot be met, each by itself or through its alternative. */
  readonly needs: readonly (P | L)[]
  /** Facts that are read when recorded. */
  readonly considers: readonly (P | L)[]
  readonly reasons: Readonly<Record<Code, Reason<Seen<P, L>, P | L>>>
  /** Picks the reason, first match wins; never throws on accepted findings. */
  readonly judge: (seen: Seen<P, L>, policy: Policy) => NoInfer<Code>
}

/** Declares a criterion; reading a fact it does not declare, or giving a reason it does not list, does not compile. */
export const criterion = <
  const Id extends string,
  const P extends PatientFact,
  const L extends LevelFact,
  const Code extends string,
>(
  declared: Omit<Criterion<Id, P, L, Code>, 'needs' | 'considers'> & {
    readonly needs: { readonly patient?: readonly P[]; readonly level?: readonly L[] }
    readonly considers: { readonly patient?: readonly P[]; readonly level?: readonly L[] }
  },
): Criterion<Id, P, L, Code> => {
  const flat = (facts: { patient?: readonly P[]; level?: readonly L[] }) => [
    ...(facts.level ?? []),
    ...(facts.patient ?? []),
  ]
  return {
    id: declared.id,
    requires: declared.requires,
    sources: declared.sources,
    reading: declared.reading,
    scope: declared.scope,
    needs: flat(declared.needs),
    considers: flat(declared.considers),
    reasons: declared.reasons,
    judge: declared.judge,
  }
}
