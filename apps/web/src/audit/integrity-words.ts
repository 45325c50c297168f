import type { AuditFault, AuditIntegrity } from '@kyphoscreen/api/contract'
import { writeCount, writeMoment } from './entry-words.ts'

type What = AuditFault['what']

/** What a fault means, where it begins; in words for whoever is not at home in the technique. */
export const faultMeanings = {
  gap: 'An entry is missing',
  chain: 'An entry has been changed, put in or moved after it was written',
  columns: 'An entry is listed under something else than what it says',
  details: 'The details of an entry are missing or are not those that were sealed',
  checkpoint: 'A checkpoint is not signed by the clinic’s key, or is of other entries',
  'rolled-back':
    'Entries that were signed are gone, as after an older backup was put in place of the database',
  rewritten: 'Entries that were signed have been rewritten',
  unguarded: 'A guard in the database that keeps entries from being changed is missing or off',
} as const satisfies Record<What, string>

/** What to do about any fault. */
export const whatToDo =
  'Keep the database, its backups and the checkpoint files as they are, export the log, and tell whoever runs Kyphoscreen and the person responsible for data protection. New entries are still written; nothing more is signed.'

const when = (at: string) => {
  const { day, time, zone } = writeMoment(at)
  return `${day} at ${time} ${zone}`
}

const upTo = (size: number, entries: number) =>
  size === entries ? `all ${writeCount(size)} entries` : `the first ${writeCount(size)} entries`

/** Says in one sentence how far the log was checked. */
export function writeChecked({ checked, entries }: AuditIntegrity): string {
  if (checked === null) return 'The whole log has not been checked from this page yet.'
  return `Last check: ${upTo(checked.size, entries)} were found as they were written, ${when(checked.at)}.`
}

/** Says in one sentence by which checkpoint the log is signed, and where that is kept. */
export function writeSigned({ signed, entries, copies }: AuditIntegrity): string {
  if (signed === null) return 'No checkpoint has been signed yet.'
  const places =
    copies > 1
      ? 'in the audit folder and in a second place, both outside the database'
      : 'in the audit folder, outside the database; no second place is set up'
  return `Last checkpoint: signed over ${upTo(signed.size, entries)}, ${when(signed.at)}; kept ${places}.`
}

/** Says which entry a fault shows at first; a guard is of no entry. */
export const writeFault = ({ what, sequence }: AuditFault): string =>
  sequence === 0
    ? `${faultMeanings[what]}.`
    : `${faultMeanings[what]}: first at entry ${writeCount(sequence)}.`
