import {
  type RulesetVersion,
  type SignOff,
  signOffOf,
  writeReading,
} from '@kyphoscreen/api/contract'

/** What is said while nobody knows whether a reading is signed off. */
export const readingNotKnown =
  'Whether this reading is signed off is not known just now; take it for a draft reading, not signed off.'

/**
 * Says in a sentence whether a reading is signed off. Of a recorded screening what counts is the moment it was recorded,
 * and what has changed since is said beside it. Without the sign-offs nothing is known, and it is a draft.
 */
export function writeReadingThen(
  signOffs: readonly SignOff[] | undefined,
  ruleset: RulesetVersion,
  recordedAt?: string,
): string {
  if (signOffs === undefined) return readingNotKnown
  const now = signOffOf(signOffs, ruleset)
  if (recordedAt === undefined) return `This is a ${writeReading(now)}.`
  const then = signOffOf(signOffs, ruleset, recordedAt)
  const was = `This was a ${writeReading(then)}, when it was recorded.`
  if (then?.id === now?.id) return was
  return `${was} Now it is a ${writeReading(now)}.`
}
