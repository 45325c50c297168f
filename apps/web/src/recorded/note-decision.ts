import type { Decision } from '@kyphoscreen/api/contract'
import { writeReason } from '../decisions/reason-words.ts'
import { writeDecision } from '../decisions/write-decision.ts'
import { writeInstant } from '../instant.ts'

/** The decision that stands on a screening; null where nothing is decided, undefined where that is not known. */
export type Standing = Decision | null | undefined

const writeDeparture = ({ reason }: Decision): string[] =>
  reason === null
    ? []
    : [
        `It departs from the outcome because: ${writeReason(reason)}${reason.text === null ? '' : `. ${reason.text}`}`,
      ]

/** Writes what was decided, for the note; what could not be read is no absence of a decision. */
export function writeStandingDecision(decision: Standing): string[] {
  if (decision === undefined) return ['Decision: could not be read; look at the screening.']
  if (decision === null) return ['Decision: none recorded.']
  const { decidedAt, decidedBy, note } = decision
  return [
    `Decision: ${writeDecision(decision)}. Decided ${writeInstant(decidedAt)} by ${decidedBy.displayName}, ${decidedBy.role}.`,
    ...writeDeparture(decision),
    ...(note === null ? [] : [note]),
  ]
}
