import { canonicalJson } from '../audit/canonical-json.ts'
import { sameJson } from './same-json.ts'

const mostNamed = 5

type Members = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null

const keysOf = (value: Members) => Object.keys(value).sort().join()

/** Only what an answer can have is named: the keys of something else that is stored might say anything. */
function* pointers(stored: unknown, answered: unknown, at: string): Generator<string> {
  if (sameJson(stored, answered)) return
  if (!isObject(stored) || !isObject(answered) || keysOf(stored) !== keysOf(answered)) {
    yield at
    return
  }
  for (const key of Object.keys(answered))
    yield* pointers(stored[key], answered[key], `${at}/${key}`)
}

/** Names where a stored result differs from what was answered, as JSON pointers; the first few. */
export const differencesAt = (stored: unknown, answered: unknown): string[] =>
  [...pointers(stored, JSON.parse(canonicalJson(answered)), '')].slice(0, mostNamed)
