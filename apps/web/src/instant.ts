import { writeDay } from '@kyphoscreen/rules'
import { dayOf } from './today.ts'

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** Writes the time of day where this browser is, `14:05`. */
export const writeTime = (at: Date): string => clock.format(at)

/** Writes an instant where this browser is, `21-Nov-2026 at 14:05`. */
export function writeInstant(instant: string): string {
  const at = new Date(instant)
  return `${writeDay(dayOf(at))} at ${writeTime(at)}`
}
