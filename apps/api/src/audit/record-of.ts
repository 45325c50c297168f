import type { Decision, Screening } from '../../generated/prisma/client.ts'
import { dayOf } from '../stored-day.ts'

/** A recorded screening, its findings and result read or written. */
type Recorded = Omit<Screening, 'findings' | 'result'> & { findings: unknown; result: unknown }

/** The columns an entry seals; a row that was read with more is sealed without that. */
const screeningColumns = ({
  id,
  patientId,
  findings,
  result,
  outcome,
  rulesetId,
  rulesetVersion,
  rulesetHash,
  referralId,
  facts,
  authorId,
  recordedAt,
}: Recorded) => ({
  ...{ id, patientId, findings, result, outcome, rulesetId, rulesetVersion, rulesetHash },
  ...{ referralId, facts, authorId, recordedAt: recordedAt.toISOString() },
})

const decisionColumns = ({
  id,
  screeningId,
  kind,
  levels,
  until,
  departs,
  reasonGroup,
  reasonCode,
  reasonText,
  note,
  replacesId,
  authorId,
  decidedAt,
}: Decision) => ({
  ...{ id, screeningId, kind, levels, departs, reasonGroup, reasonCode, reasonText, note },
  ...{ replacesId, authorId, until: until && dayOf(until), decidedAt: decidedAt.toISOString() },
})

/** What an entry on a recorded screening or decision seals: its row. */
export function recordOf({
  screening,
  decision,
}: {
  screening?: Recorded | undefined
  decision?: Decision | undefined
}): Record<string, unknown> {
  if (screening) return { screening: screeningColumns(screening) }
  return decision ? { decision: decisionColumns(decision) } : {}
}
