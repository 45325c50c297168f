import {
  type CriterionResult,
  type Fact,
  type MissingFact,
  questions,
  type Refusal,
  type ScreeningResult,
} from '@kyphoscreen/rules'
import type { GatheredFact, ReplyDraft, Standing } from '../contract.ts'
import { nameOf } from './evidence-rule.ts'
import { goTogether, type Place } from './evidence-told.ts'
import { writeSources } from './reply-sources.ts'

type Item = ReplyDraft['items'][number]

const withoutLevel: Item = {
  fact: 'level',
  level: null,
  asks: 'Which vertebra is fractured?',
  why: 'The criteria are applied to each fractured vertebra, so nothing can be screened without it.',
}

/** A question may be answered by another fact, too; a conflict about that one is then what has to be settled. */
const answeredBy: Partial<Record<Fact, readonly Fact[]>> = {
  careStartedOn: ['careStartedOn', 'careDays'],
  painScore: ['painScore', 'painSeverity'],
  mriFinding: ['mriFinding', 'mriMarrowEdema'],
}

const answers = (asked: MissingFact, one: Place) =>
  one.level === (asked.level ?? null) &&
  (answeredBy[asked.fact] ?? [asked.fact]).some((fact) => fact === one.fact)

/** Whether the pain comes from the fracture is asked for without being waited for. */
const asks = ({ id, missing }: CriterionResult, { fact }: MissingFact) =>
  missing.includes(fact) || (fact === 'painFromFracture' && id === 'severe-pain-limiting-life')

function askingCriterion({ levels }: ScreeningResult, asked: MissingFact) {
  const here = levels.find(({ level }) => asked.level === undefined || level === asked.level)
  return here?.criteria.find((criterion) => asks(criterion, asked))
}

const neededFor = (criterion: CriterionResult | undefined) =>
  criterion === undefined
    ? 'The outcome depends on it.'
    : `Needed for the documented criterion "${criterion.requires}"`

/** What is recorded so far, without the words that repeat what the criterion asks for. */
const recordedSoFar = ({ because }: CriterionResult) => because.slice(0, because.lastIndexOf('; '))

const whyMissing = (criterion: CriterionResult | undefined, { fact }: MissingFact) =>
  criterion === undefined || fact === 'painFromFracture'
    ? neededFor(criterion)
    : `${neededFor(criterion)} ${recordedSoFar(criterion)}.`

const conflictItem = (conflict: GatheredFact, needed: string): Item => ({
  fact: conflict.fact,
  level: conflict.level,
  asks: `Two sources disagree on the ${nameOf(conflict)} (${writeSources(conflict)}): which is right?`,
  why: `${needed} Until this is settled it counts as not recorded.`,
})

function missingItem(
  result: ScreeningResult,
  asked: MissingFact,
  facts: readonly GatheredFact[],
): Item {
  const { fact, level = null, question } = asked
  const criterion = askingCriterion(result, asked)
  const conflict = facts.find((one) => one.status === 'conflict' && answers(asked, one))
  if (conflict !== undefined && question === questions[fact].question) {
    return conflictItem(conflict, neededFor(criterion))
  }
  const where = level === null ? '' : `${level}: `
  return { fact, level, asks: `${where}${question}`, why: whyMissing(criterion, asked) }
}

function contradictionItem(levels: readonly GatheredFact[], { pointer, reason }: Refusal): Item {
  const [, part, index, ofLevel] = pointer.split('/')
  const level = part === 'levels' ? (levels[Number(index)]?.level ?? null) : null
  const fact = (level === null ? index : ofLevel) as Fact
  return {
    fact,
    level,
    asks: `Please check the ${nameOf({ fact: fact as Place['fact'], level })}: it ${reason}.`,
    why: 'What the sources say contradicts itself, so nothing can be screened until it is corrected.',
  }
}

const isSamePlace = (one: Place, other: Place) =>
  one.level === other.level && goTogether(one.fact, other.fact)

/** Lists what is to be asked because the outcome depends on it, each thing once, with why it is needed. */
export function replyItems(facts: readonly GatheredFact[], standing: Standing): Item[] {
  if (standing.state === 'no-level') return [withoutLevel]
  if (standing.state === 'contradiction') {
    const levels = facts.filter(({ fact, status }) => fact === 'level' && status === 'recorded')
    return standing.refusals.map((refusal) => contradictionItem(levels, refusal))
  }
  const { result, inDoubt } = standing
  const items = result.missing
    .filter(({ decisive }) => decisive)
    .map((asked) => missingItem(result, asked, facts))
  const doubted = facts.filter((one) =>
    inDoubt.some(({ fact, level }) => one.fact === fact && one.level === level),
  )
  for (const conflict of doubted) {
    if (items.some((item) => isSamePlace(item as Place, conflict))) continue
    items.push(conflictItem(conflict, 'The outcome depends on which is right.'))
  }
  return items
}
