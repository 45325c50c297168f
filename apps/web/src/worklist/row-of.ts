import type { Referral, WorklistRow } from '@kyphoscreen/api/contract'

/** Gives what a list shows of a referral that was just saved or read; its outcome follows when the list is read anew. */
export const rowOf = ({
  version,
  state,
  priority,
  owner,
  dueOn,
  changedAt,
}: Referral): Partial<WorklistRow> => ({ version, state, priority, owner, dueOn, changedAt })
