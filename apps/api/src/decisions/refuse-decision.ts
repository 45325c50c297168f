import type { Day, ScreeningResult } from '@kyphoscreen/rules'
import { departureOf, type NewDecision } from '../contract.ts'
import { Refused, refusedField } from '../problems.ts'

type Distributed<Each> = Each extends NewDecision ? Omit<Each, 'password'> : never

/** A decision to record whose surgeon has confirmed it: the password is gone. */
export type ConfirmedDecision = Distributed<NewDecision>

/** The levels that a decision plans for; none unless it is a planned kyphoplasty. */
export const levelsOf = (decision: ConfirmedDecision) =>
  decision.kind === 'plan-kyphoplasty' ? decision.levels : []

/** Refuses a decision to wait until a day that does not lie ahead, as days are counted at the clinic. */
export function refusePast(decision: ConfirmedDecision, today: Day): void {
  if (decision.kind === 'defer' && decision.until <= today) {
    throw refusedField('/until', 'must lie after today; correct the day')
  }
}

/** Refuses a planned level that was not screened. */
export function refuseUnscreened(decision: ConfirmedDecision, { levels }: ScreeningResult): void {
  const errors = levelsOf(decision).flatMap((planned, at) =>
    levels.some(({ level }) => level === planned)
      ? []
      : [{ pointer: `/levels/${at}`, reason: 'is no level of this screening; name one of them' }],
  )
  if (errors.length > 0) throw new Refused('invalid-content', { errors })
}

/** Tells whether a decision departs from the outcome, and refuses one that then lacks a reason, or that has one without departing. */
export function judgedDeparture(decision: ConfirmedDecision, result: ScreeningResult): boolean {
  const departs = departureOf(result, { kind: decision.kind, levels: levelsOf(decision) }) !== null
  if (departs && decision.reason === null) {
    throw refusedField('/reason', 'is needed, for this decision departs from the outcome')
  }
  if (!departs && decision.reason !== null) {
    throw refusedField(
      '/reason',
      'is not asked for, as this decision does not depart from the outcome; write a note in its place',
    )
  }
  return departs
}

/** Refuses a decision on a decided screening that replaces nothing, and one that replaces another than the one that stands. */
export function refuseOutOfTurn(
  replaces: string | null,
  made: readonly { id: string; replacedBy: object | null }[],
): void {
  const refuse = (kind: 'decided-already' | 'replaced-already', reason: string) => {
    throw new Refused(kind, { errors: [{ pointer: '/replaces', reason }] })
  }
  const named = made.find(({ id }) => id === replaces)
  if (replaces === null) {
    if (made.length > 0) refuse('decided-already', 'must name the decision that stands')
  } else if (!named) {
    throw refusedField('/replaces', 'names no decision of this screening; read its decisions again')
  } else if (named.replacedBy !== null) {
    refuse('replaced-already', 'names a decision that was replaced; name the one that stands')
  }
}
