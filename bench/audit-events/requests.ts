import type { AuditFilter, AuditSearch } from '../../apps/api/src/contract.ts'
import { auditAsked } from '../../apps/api/test/audit-asked.ts'
import { idOf, known } from './fill.ts'

/** A page to ask for, called as it is reported. */
export type Asked = { what: string; body: AuditSearch }

const aDay = 86_400_000

const filters = (now: number): Record<string, Partial<AuditFilter>> => {
  const day = (ago: number) => new Date(now - ago * aDay).toISOString()
  const aged = { from: day(330), until: day(300) }
  return {
    'the whole log': {},
    'a patient': { patientId: idOf('patient', 1_234) },
    'a patient many have looked at': { patientId: idOf('patient', known.busyPatient) },
    'who viewed a patient': { patientId: idOf('patient', known.busyPatient), group: 'views' },
    'a person': { person: idOf('account', 10) },
    'a person who left long ago': { person: idOf('account', known.gonePerson) },
    'what a person exported': { person: idOf('account', 10), group: 'taken-out' },
    'what a person never did': { person: idOf('account', 10), group: 'imports' },
    'nobody who was signed in': { person: 'nobody' },
    'views of records': { group: 'views' },
    exports: { group: 'taken-out' },
    'what never happened': { group: 'imports' },
    'what was refused': { outcome: 'refused' },
    'what failed': { outcome: 'failed' },
    'exports that were refused': { outcome: 'refused', group: 'taken-out' },
    'a month long ago': aged,
    'a person in a month long ago': { ...aged, person: idOf('account', 10) },
    'views in a month long ago': { ...aged, group: 'views' },
    'views but for the first and the last day': { from: day(363), until: day(2), group: 'views' },
    'imports but for the first and the last day': {
      from: day(363),
      until: day(2),
      group: 'imports',
    },
    'what was refused in a month long ago': { ...aged, outcome: 'refused' },
    'a day that has not come': { from: day(-2) },
  }
}

/** Every filter, from its newest page and from the middle of the log. */
export const everySearch = (now: number, entries: number): Asked[] =>
  Object.entries(filters(now)).flatMap(([what, filter]) => {
    const body = auditAsked(filter)
    const olderThan = Math.ceil(entries / 2)
    return [
      { what, body: { ...body, page: 'newest' as const } },
      { what: `${what}, from the middle`, body: { ...body, page: { olderThan } } },
    ]
  })
