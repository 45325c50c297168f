import type { Decision, Screening } from '../../generated/prisma/client.ts'
import { dayOf } from '../stored-day.ts'

/** What an entry on a recorded screening or decision seals: every column of its row. */
export function recordOf({
  screening,
  decision,
}: {
  screening?: Screening | undefined
  decision?: Decision | undefined
}): Record<string, unknown> {
  if (screening)
    return { screening: { ...screening, recordedAt: screening.recordedAt.toISOString() } }
  if (!decision) return {}
  const { until, decidedAt } = decision
  const days = { until: until && dayOf(until), decidedAt: decidedAt.toISOString() }
  return { decision: { ...decision, ...days } }
}
