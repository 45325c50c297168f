import {
  legalSteps,
  Priority,
  type Referral,
  ReferralState,
  type WorklistRow,
} from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import { z } from 'zod'
import { referralApi, type Seen } from '../handling/referral-api.ts'
import { changeFrom } from '../handling/referral-change.ts'
import { chosen, maybeDay, maybePerson } from '../handling/typed.ts'

/** A row as it is edited. */
export const RowTyped = z
  .object({
    ownerId: maybePerson,
    dueOn: maybeDay('Due'),
    priority: chosen(Priority.options, 'Choose how soon.'),
    state: chosen(ReferralState.options, 'Choose the state.'),
    from: ReferralState,
    why: z.string().trim().max(1000, { error: 'Shorten this to 1000 characters.' }),
  })
  .refine(({ state, from, why }) => state === from || why !== '', {
    path: ['why'],
    error: 'Say why, in a few words.',
  })
export type RowTyped = z.input<typeof RowTyped>
export type RowRead = z.output<typeof RowTyped>

/** Gives a row as it would be typed. */
export const rowTypedFrom = ({ owner, dueOn, priority, state }: WorklistRow): RowTyped => ({
  ownerId: owner?.id ?? '',
  dueOn: dueOn === null ? '' : writeDay(dueOn),
  priority,
  state,
  from: state,
  why: '',
})

/** The states a row can be in next: where it is, and its legal steps. */
export const statesFrom = (state: ReferralState): readonly ReferralState[] => [
  state,
  ...legalSteps[state],
]

/** Gives the change and the step that an edited row asks for; null for what stays. */
export function askedOf(opened: WorklistRow, { ownerId, dueOn, priority, state, why }: RowRead) {
  const { owner, dueOn: due, priority: soon } = opened
  return {
    change: changeFrom({ owner, dueOn: due, priority: soon }, { ownerId, dueOn, priority }),
    step: state === opened.state ? null : { to: state, why },
  }
}

type Asked = ReturnType<typeof askedOf>

/** Gives the way to send an edited row; what was taken already is not sent again when it is tried anew. */
export function senderOf({ change, step }: Asked, keyFor: (content: unknown) => string) {
  let changed: Referral | undefined
  return async (seen: Seen): Promise<Referral> => {
    let now: Seen = seen
    if (change !== null && changed === undefined) changed = await referralApi.change(now, change)
    if (changed !== undefined && changed.version > now.version) now = changed
    if (step !== null) return referralApi.step(now, step, keyFor(step))
    if (changed === undefined) throw new Error('nothing was asked for')
    return changed
  }
}
