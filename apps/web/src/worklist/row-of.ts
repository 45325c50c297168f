import type { Person, Referral, WorklistRow } from '@kyphoscreen/api/contract'
import { canonicalJson } from '../canonical-json.ts'
import { conflictsOf } from '../handling/conflicts.ts'

type Standing = Pick<WorklistRow, 'outcome' | 'urgent' | 'decisive' | 'conflicts'>

function standingOf({ standing, facts }: Referral, { urgent }: Standing): Standing {
  const conflicts = conflictsOf(facts).length
  if (standing.state === 'withheld') return { outcome: null, urgent, decisive: [], conflicts }
  if (standing.state !== 'screened') {
    const decisive = standing.state === 'no-level' ? [{ fact: 'level', level: null }] : []
    return { outcome: standing.state, urgent, decisive, conflicts }
  }
  const { outcome, missing } = standing.result
  const decisive = missing
    .filter((one) => one.decisive)
    .map(({ fact, level = null }) => ({ fact, level }))
  return { outcome, urgent: standing.result.urgent, decisive, conflicts }
}

/** What the calendar does is told by the list alone where nothing else has changed. */
const aheadOf = ({ standing }: Referral): Partial<WorklistRow> => ({
  nextOutcome: null,
  nextReason: null,
  ...(standing.state === 'screened'
    ? {
        nextChangeOn: standing.result.nextChange?.on ?? null,
        readyOn: standing.readyOn,
        closesOn: standing.closesOn,
      }
    : { nextChangeOn: null, readyOn: null, closesOn: null }),
})

/** Gives what a row of a list shows of its referral once that was saved or read anew; what it says never stays behind its version. */
export function rowOf(referral: Referral, row: Standing): Partial<WorklistRow> {
  const { version, state, priority, owner, dueOn, changedAt, standing } = referral
  const same = { version, state, priority, owner, dueOn, changedAt }
  const now = standingOf(referral, row)
  const { outcome, urgent, decisive, conflicts } = row
  const before = { outcome, urgent, decisive, conflicts }
  if (canonicalJson(now) === canonicalJson(before)) return same
  return { ...same, ...now, ...aheadOf(referral), screenedOn: standing.asOf, outOfDate: false }
}

/** Gives what a row shows once its referral was assigned; whoever owned it already leaves its version as it was. */
export const assignedRow = (
  row: Pick<WorklistRow, 'owner' | 'version'>,
  owner: Person | null,
): Partial<WorklistRow> => ({
  owner,
  version: row.owner?.id === owner?.id ? row.version : row.version + 1,
})
