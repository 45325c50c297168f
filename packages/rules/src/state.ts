import type { Reason, Status } from './criterion.ts'

/** A criterion's status as a small number, with "not met for now" told apart. */
export const state = { met: 0, review: 1, unknown: 2, notMet: 3, notYet: 4 } as const
export type State = (typeof state)[keyof typeof state]

/** All states, each in the place that is its number. */
export const states: readonly State[] = Object.values(state)

const stateOfStatus = {
  met: state.met,
  'needs-review': state.review,
  unknown: state.unknown,
  'not-met': state.notMet,
} as const satisfies Record<Status, State>

/** Gives the state of a criterion that has this reason. */
export const stateOf = ({ status, notYet }: Pick<Reason<never>, 'status' | 'notYet'>): State =>
  notYet === true ? state.notYet : stateOfStatus[status]
