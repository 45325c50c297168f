import { type AskedFact, answersTo } from './answers.ts'
import { goesToSurgeonOnceKnown, isInsufficient, outcomeOfParts, partOf } from './level-outcomes.ts'
import type { FactAsked } from './missing.ts'
import type { Outcome } from './outcome.ts'
import { further, keep, memoryOf } from './remembered.ts'
import type { SettlingFact } from './result.ts'
import { askedFor, type LevelSituation, type Situation, settledPart } from './situation.ts'
import type { State } from './state.ts'

const notWaitedFor: AskedFact = 'painFromFracture'

type Facts = readonly FactAsked[]

const partNow = (
  { care, pain }: Situation,
  { circumstances, mri, retropulsion }: LevelSituation,
): number => partOf(circumstances, mri.now, care.now, retropulsion.now, pain.now)

const ownFacts = (facts: Facts, { name }: LevelSituation) =>
  facts.filter(({ level }) => level === name)

/**
 * Chooses the smallest set of missing facts whose answers settle the outcome, whatever they are and
 * with everything else still missing. Facts come in the order in which they are asked for; the first
 * of the smallest sets is taken. Call it only while the outcome is insufficient information.
 *
 * The patient's facts that care and pain wait for are always needed: without them every open level
 * stays open under some answers. Then one level suffices when its answers always lead somewhere: a level
 * with nothing missing of its own, or one that goes to the surgeon in any case. Else every open level
 * is needed, for each other one may turn out not to meet.
 */
export function smallestSettlingSet(situation: Situation, facts: Facts): Facts {
  const open = situation.levels.filter(
    (level) => level.isOpen && isInsufficient(partNow(situation, level)),
  )
  const sure = open.filter((level) => goesToSurgeonOnceKnown(level.circumstances))
  const { care, pain } = situation
  const none: Facts[] = isInsufficient(settledPart(situation, care.now, pain.now)) ? [[]] : []
  const everyOpen = open.flatMap((level) => ownFacts(facts, level))
  const own = [...none, ...sure.map((level) => ownFacts(facts, level))].reduce(
    (least, one) => (isBefore(facts, one, least) ? one : least),
    everyOpen,
  )
  return facts.filter(
    (fact) => own.includes(fact) || (fact.level === undefined && fact.fact !== notWaitedFor),
  )
}

/** Tells whether a set comes before another: it is smaller, or as small and has the first fact that one of the two lacks. */
function isBefore(facts: Facts, one: Facts, other: Facts): boolean {
  if (one.length !== other.length) return one.length < other.length
  const ofOneAlone = facts.find((fact) => one.includes(fact) !== other.includes(fact))
  return one.includes(ofOneAlone as FactAsked)
}

function outcomeAfter(situation: Situation, { fact, level }: FactAsked, after: State): Outcome {
  const asked = askedFor[fact]
  const { care, pain } = situation
  const careAfter = asked === 'care' ? after : care.now
  const painAfter = asked === 'pain' ? after : pain.now
  let bits = 0
  for (const one of situation.levels) {
    const own = (part: 'mri' | 'retropulsion') =>
      asked === part && level === one.name ? after : one[part].now
    bits |= partOf(one.circumstances, own('mri'), careAfter, own('retropulsion'), painAfter)
  }
  return outcomeOfParts(bits)
}

function afterAlone(situation: Situation, { fact, level }: FactAsked) {
  const part = askedFor[fact]
  if (part === 'care' || part === 'pain') return situation[part].afterAlone.get(fact)
  return situation.levels.find(({ name }) => name === level)?.[part].afterAlone.get(fact)
}

const answersBefore = memoryOf<SettlingFact['answers']>()

/** Tells what each answer to a missing fact leads to when it is the only one given; frozen, and alike for all for whom it is alike. */
export function answersAlone(situation: Situation, asked: FactAsked): SettlingFact['answers'] {
  const states = afterAlone(situation, asked) ?? []
  const told = answersTo(asked.fact).flatMap(({ answer }, which) => {
    const after = states[which]
    if (after === undefined) return []
    return [Object.freeze({ answer, leadsTo: outcomeAfter(situation, asked, after) })]
  })
  let place = further(answersBefore.first, asked.fact)
  for (const { answer, leadsTo } of told) place = further(further(place, answer), leadsTo)
  return place.made ?? keep(answersBefore, place, Object.freeze(told))
}
