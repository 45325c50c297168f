import { type Day, type Findings, type ScreeningResult, screen } from '@kyphoscreen/rules'
import type { Entries } from './entries.ts'
import { inOrderOfPage } from './entry-names.ts'
import { checkFindings, type EntryProblem, readEntries } from './read-entries.ts'

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

/** Screens what can be read of the entries; never throws. */
export function previewOf(entries: Entries, birthDate: Day, today: Day): Preview {
  const read = readEntries(entries, birthDate, today)
  const { unread } = read
  const waiting = unread.some(({ path }) => path === 'assessedOn')
  if (waiting) return { state: 'withheld', unread }
  if (read.levelIndexes.length === 0) return { state: 'no-level', unread }
  try {
    const checked = checkFindings(read)
    if (checked.problems) return { state: 'refused', unread, contradictions: checked.problems }
    const result = screen(checked.findings)
    if (unread.length > 0 && result.outcome === 'meets') return { state: 'withheld', unread }
    return { state: 'result', unread, findings: checked.findings, result }
  } catch {
    return { state: 'failed', unread }
  }
}

/** Everything that must be put right before the screening can be recorded. */
export const problemsBeforeRecording = (preview: Preview): EntryProblem[] =>
  [...preview.unread, ...(preview.state === 'refused' ? preview.contradictions : [])].sort(
    inOrderOfPage,
  )
