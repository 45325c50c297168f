import type { AuditEntry } from '../contract.ts'
import { csvLine } from '../referrals/export-csv.ts'

type Column = readonly [title: string, value: (entry: AuditEntry) => string | null]

const columns: readonly Column[] = [
  ['Entry', ({ sequence }) => String(sequence)],
  ['Time (UTC)', ({ at }) => at],
  ['User name', ({ who }) => who?.username ?? null],
  ['Role', ({ who }) => who?.role ?? null],
  ['Account', ({ who }) => who?.accountId ?? null],
  ['Action', ({ action }) => action],
  ['Outcome', ({ outcome }) => outcome],
  ['Reason', ({ reason }) => reason],
  ['Patient MRN', ({ patient }) => patient?.known?.mrn ?? null],
  ['Patient', ({ patient }) => patient?.id ?? null],
  ['Patients shown', ({ shown }) => (shown === 0 ? null : String(shown))],
  ['Record kind', ({ on }) => on?.kind ?? null],
  ['Record', ({ on }) => on?.id ?? null],
  ['Ruleset version', ({ ruleset }) => ruleset?.version ?? null],
  ['Ruleset hash', ({ ruleset }) => ruleset?.hash ?? null],
  ['Address', ({ address }) => address],
  ['Request', ({ requestId }) => requestId],
  ['Has sealed details', ({ sealed }) => (sealed ? 'yes' : 'no')],
]

/** The line of titles of an exported log. */
export const csvTitles: string = csvLine(columns.map(([title]) => title))

/** Writes an entry as a line of CSV; what it seals stays out. */
export const csvOf = (entry: AuditEntry): string =>
  csvLine(columns.map(([, value]) => value(entry)))
