import type { Findings } from '@kyphoscreen/rules'
import { canonicalJson } from '../canonical-json.ts'
import { type EntryProblem, problemsOf } from '../questions/read-entries.ts'
import { RequestFailed } from '../request.ts'

function fingerprint(text: string): string {
  let one = 0xdeadbeef
  let other = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 2654435761)
    other = Math.imul(other ^ code, 1597334677)
  }
  const hex = (number: number) => (number >>> 0).toString(16).padStart(8, '0')
  return hex(one) + hex(other)
}

/** Gives the key a form is recorded under: the same for the same findings, also after a reload, and another once they change. */
export const recordingKey = (formKey: string, findings: Findings): string =>
  `${formKey}-${fingerprint(canonicalJson(findings))}`

/** Gives the entries that the server refused, if it named any. */
export function refusedEntries(error: unknown, levelIndexes: readonly number[]): EntryProblem[] {
  const failure = error instanceof RequestFailed ? error.failure : undefined
  if (failure?.kind !== 'refused' || failure.problem.status !== 422) return []
  const errors = failure.problem.errors ?? []
  return problemsOf(
    errors.filter(({ pointer }) => pointer.startsWith('/findings/')),
    levelIndexes,
  )
}
