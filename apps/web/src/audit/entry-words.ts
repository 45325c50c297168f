import type { AuditEntry, AuditTotal } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import { dayOf } from '../today.ts'
import { actionWords } from './action-words.ts'

const number = new Intl.NumberFormat('en-US')

/** Writes a count, `1,234`. */
export const writeCount = (count: number): string => number.format(count)

/** Writes how many entries there are, `42 entries`, `more than 10,000 entries`. */
export const writeTotal = ({ count, more }: AuditTotal): string =>
  `${more ? 'more than ' : ''}${writeCount(count)} ${count === 1 ? 'entry' : 'entries'}`

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})
const zoned = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'shortOffset' })

const zoneOf = (at: Date) =>
  zoned
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')
    ?.value.replace(/^GMT(?:\+0)?/, 'UTC') ?? 'UTC'

/** Writes an instant to the second with its zone, in parts: `21-Nov-2026`, `14:05:09`, `UTC+1`. */
export function writeMoment(instant: string): { day: string; time: string; zone: string } {
  const at = new Date(instant)
  return { day: writeDay(dayOf(at)), time: clock.format(at), zone: zoneOf(at) }
}

/** Writes a coded word as people read it, `not-your-role` as `not your role`. */
export const writeCode = (code: string): string =>
  code
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]/g, ' ')
    .toLowerCase()

const reasonWords: Record<string, string> = {
  'signed-out': 'nobody was signed in',
  'wrong-sign-in': 'wrong user name or password',
  'wrong-password': 'wrong password',
  'not-your-role': 'not for this role',
  'not-found': 'there was nothing there',
  'changed-meanwhile': 'somebody else had changed it',
  'too-many-tries': 'too many tries',
  'timed-out': 'no activity for too long',
  'foreign-origin': 'asked from another site',
  'invalid-content': 'something had to be corrected',
}

/** Writes why, or why not. */
export const writeReason = (reason: string): string => reasonWords[reason] ?? writeCode(reason)

/** Says what was done; of a refusal, also what was asked. */
export function writeAction({ action, on }: Pick<AuditEntry, 'action' | 'on'>): string {
  const isOfOperation = action === 'refusal' && on?.kind === 'operation'
  return isOfOperation ? `${actionWords[action]}: ${writeCode(on.id)}` : actionWords[action]
}
