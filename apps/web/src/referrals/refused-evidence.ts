import type { NewEvidence } from '@kyphoscreen/api/contract'
import type { LevelEntries } from '../questions/entries.ts'
import { type EntryProblem, problemsOf } from '../questions/read-entries.ts'
import { RequestFailed } from '../request.ts'

/** Gives the entries that the server refused, if it named any. */
export function refusedEvidence(
  error: unknown,
  { levels = [] }: NewEvidence,
  entries: readonly LevelEntries[],
): EntryProblem[] {
  const failure = error instanceof RequestFailed ? error.failure : undefined
  if (failure?.kind !== 'refused' || failure.problem.status !== 422) return []
  const placeOf = ({ level }: { level: string }) =>
    entries.findIndex((entry) => entry.level === level)
  return problemsOf(failure.problem.errors ?? [], levels.map(placeOf))
}
