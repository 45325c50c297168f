import { Refused } from './problems.ts'
import { dayOf } from './stored-day.ts'

/** Refuses what is about a patient who was erased, and says since which day. */
export function refuseErased({ erasedAt }: { erasedAt: Date | null }): void {
  if (erasedAt) throw new Refused('erased', { erasedOn: dayOf(erasedAt) })
}
