import {
  type Choice,
  DecisionKind,
  type DepartureCode,
  type DepartureGroup,
  departureReasons,
} from '@kyphoscreen/api/contract'
import { LevelName } from '@kyphoscreen/rules'
import { z } from 'zod'

/** What is typed of a decision; the entries of every kind are kept, and those of the chosen one are read. */
export const DecisionTyped = z.object({
  kind: z.string().nullable(),
  levels: z.union([z.array(z.string()), z.string(), z.boolean(), z.null()]),
  until: z.string(),
  wanted: z.string(),
  to: z.string(),
  note: z.string(),
  reason: z.string(),
  reasonText: z.string(),
  password: z.string(),
})

export type DecisionTyped = z.input<typeof DecisionTyped>

/** Nothing is chosen beforehand. */
export const blankDecision: DecisionTyped = {
  kind: '',
  levels: [],
  until: '',
  wanted: '',
  to: '',
  note: '',
  reason: '',
  reasonText: '',
  password: '',
}

/** Gives the ticked levels; a lone box is ticked or not. */
export const tickedLevels = (levels: DecisionTyped['levels']): LevelName[] =>
  [levels].flat().flatMap((level) => LevelName.safeParse(level).data ?? [])

/** Gives what is chosen so far, as far as it can depart from the outcome; undefined before a kind is chosen. */
export const choiceOf = ({
  kind,
  levels,
}: Pick<DecisionTyped, 'kind' | 'levels'>): Choice | undefined => {
  const chosen = DecisionKind.safeParse(kind).data
  if (chosen === undefined) return undefined
  return { kind: chosen, levels: chosen === 'plan-kyphoplasty' ? tickedLevels(levels) : [] }
}

/** Gives the group and the code of a chosen reason, and whether it needs a text; undefined when none is chosen. */
export function reasonChosen(reason: string) {
  const [group = '', code = ''] = reason.split('/')
  const codes: Readonly<Record<string, string>> | undefined =
    departureReasons[group as DepartureGroup]
  const needs = codes?.[code]
  if (needs === undefined) return undefined
  return {
    group: group as DepartureGroup,
    code: code as DepartureCode,
    needsText: needs === 'with-text',
  }
}
