import {
  OwnerFilter,
  Priority,
  ReferralState,
  WorklistName,
  WorklistOutcome,
  type WorklistQuery,
  WorklistSort,
} from '@kyphoscreen/api/contract'
import type { z } from 'zod'

/** A list as its address tells it; what is searched for is never in an address. */
export type ListAsked = Omit<WorklistQuery, 'text'>

const first: ListAsked = {
  list: 'needs-information',
  owner: 'everyone',
  states: [],
  outcomes: [],
  priorities: [],
  sort: { by: 'closing', direction: 'ascending' },
}

const among = <T>(values: readonly string[], schema: z.ZodType<T>): T[] =>
  values.flatMap((value) => {
    const read = schema.safeParse(value)
    return read.success ? [read.data] : []
  })

/** Reads a list from its address; what the address leaves out, or says wrongly, is as at first. */
export function listFrom(address: URLSearchParams): ListAsked {
  const one = <T>(name: string, schema: z.ZodType<T>, otherwise: T): T => {
    const read = schema.safeParse(address.get(name))
    return read.success ? read.data : otherwise
  }
  const { by, direction } = WorklistSort.shape
  return {
    list: one('list', WorklistName, first.list),
    owner: one('owner', OwnerFilter, first.owner),
    states: among(address.getAll('state'), ReferralState),
    outcomes: among(address.getAll('outcome'), WorklistOutcome),
    priorities: among(address.getAll('priority'), Priority),
    sort: {
      by: one('sort', by, first.sort.by),
      direction: one('direction', direction, first.sort.direction),
    },
  }
}

/** Writes a list as its address; what is as at first is left out. */
export function addressOf({ list, owner, states, outcomes, priorities, sort }: ListAsked) {
  const address = new URLSearchParams()
  const set = (name: string, value: string, otherwise: string) => {
    if (value !== otherwise) address.set(name, value)
  }
  set('list', list, first.list)
  set('owner', owner, first.owner)
  for (const state of states) address.append('state', state)
  for (const outcome of outcomes) address.append('outcome', outcome)
  for (const priority of priorities) address.append('priority', priority)
  set('sort', sort.by, first.sort.by)
  set('direction', sort.direction, first.sort.direction)
  return address
}
