import { type Day, type Findings, type ScreeningResult, screen } from '@kyphoscreen/rules'
import type { Entries } from '../questions/entries.ts'
import { inOrderOfPage } from '../questions/entry-names.ts'
import { checkFindings, type EntryProblem, readEntries } from '../questions/read-entries.ts'

/**
 * What the entries lead to for now. A preview that leaves entries out never says that the criteria
 * are met: it is withheld until they can be read.
 */
export type Preview =
  | { state: 'no-level'; unread: EntryProblem[] }
  | { state: 'refused'; unread: EntryProblem[]; contradictions: EntryProblem[] }
  | { state: 'withheld'; unread: EntryProblem[] }
  | { state: 'result'; unread: EntryProblem[]; findings: Findings; result: ScreeningResult }
  | { state: 'failed'; unread: EntryProblem[] }

function screened(entries: Entries, birthDate: Day, today: Day): Preview {
  const read = readEntries(entries, birthDate, today)
  const { unread } = read
  if (unread.some(({ path }) => path === 'assessedOn')) return { state: 'withheld', unread }
  if (read.levelIndexes.length === 0) return { state: 'no-level', unread }
  const checked = checkFindings(read)
  if (checked.problems) return { state: 'refused', unread, contradictions: checked.problems }
  const result = screen(checked.findings)
  return unread.length > 0 && result.outcome === 'meets'
    ? { state: 'withheld', unread }
    : { state: 'result', unread, findings: checked.findings, result }
}

/** Screens what can be read of the entries; a failure is a state of its own, and nothing is thrown. */
export function previewOf(entries: Entries, birthDate: Day, today: Day): Preview {
  try {
    return screened(entries, birthDate, today)
  } catch {
    return { state: 'failed', unread: [] }
  }
}

/** Everything that must be put right before the screening can be recorded. */
export const problemsBeforeRecording = (preview: Preview): EntryProblem[] =>
  [...preview.unread, ...(preview.state === 'refused' ? preview.contradictions : [])].sort(
    inOrderOfPage,
  )
