import {
  DecisionKind,
  type DepartureReason,
  departureOf,
  type NewDecision,
  type ShownResult,
} from '@kyphoscreen/api/contract'
import { z } from 'zod'
import { chosen, maybeText, neededDay, neededText } from '../handling/typed.ts'
import { today } from '../today.ts'
import { choiceOf, DecisionTyped, reasonChosen, tickedLevels } from './decision-typed.ts'

type Distributed<Each> = Each extends NewDecision ? Omit<Each, 'replaces'> : never

/** A decision as it is read from the form; what it replaces is not typed. */
export type DecisionRead = Distributed<NewDecision>

type Read = <T>(field: keyof DecisionTyped, schema: z.ZodType<T>) => T

const note = maybeText(2000)
const Kind = chosen(DecisionKind.options, 'Choose what was decided.')
const SomeLevel = z
  .unknown()
  .transform((levels) => tickedLevels(levels as DecisionTyped['levels']))
  .refine(({ length }) => length > 0, { error: 'Tick at least one level.' })
const Until = neededDay('Until').refine((day) => day > today(), {
  error: 'Until must lie after today; correct it.',
})
const Password = z.string().min(1, { error: 'Type your password.' }).max(1024)
const Reason = z
  .string()
  .transform(reasonChosen)
  .refine((reason) => reason !== undefined, {
    error: 'Choose why this departs from the outcome.',
  })

const readWhat = (kind: DecisionKind, read: Read) => {
  switch (kind) {
    case 'plan-kyphoplasty':
      return { kind, levels: read('levels', SomeLevel), note: read('note', note) }
    case 'defer':
      return { kind, until: read('until', Until), note: read('note', note) }
    case 'more-information':
      return { kind, note: read('wanted', neededText('Say which facts are missing.', 2000)) }
    case 'not-pursued':
      return { kind, note: read('note', note) }
    case 'referred-elsewhere':
      return { kind, note: read('to', neededText('Say to whom.', 2000)) }
  }
}

const readReason = (read: Read): DepartureReason | null => {
  const reason = read('reason', Reason)
  const text = read(
    'reasonText',
    reason?.needsText ? neededText('Say more about the reason.', 1000) : maybeText(1000),
  )
  return reason ? ({ group: reason.group, code: reason.code, text } as DepartureReason) : null
}

/** Reads what was typed of a decision on a screening’s result, and tells every problem at once. */
export const decisionSchema = (result: ShownResult): z.ZodType<DecisionRead, DecisionTyped> =>
  DecisionTyped.transform((typed, context): DecisionRead => {
    const read: Read = (field, schema) => {
      const { data, error } = schema.safeParse(typed[field])
      for (const { message } of error?.issues ?? []) {
        context.addIssue({ code: 'custom', path: [field], message })
      }
      return data as NonNullable<typeof data>
    }
    const choice = choiceOf(typed)
    const what = readWhat(read('kind', Kind), read)
    const departs = choice !== undefined && departureOf(result, choice) !== null
    const reason = departs ? readReason(read) : null
    const password = read('password', Password)
    return context.issues.length > 0 ? z.NEVER : { ...what, reason, password }
  })
