import type { z } from 'zod'

/** One thing that is wrong with what was sent: a JSON pointer to the field, and the reason with its remedy; never the value. */
export type Refusal = { pointer: string; reason: string }

type Issue = z.core.$ZodIssue

const escapeToken = (token: PropertyKey) =>
  String(token).replaceAll('~', '~0').replaceAll('/', '~1')

/** Writes a path as a JSON pointer (RFC 6901). */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((token) => `/${escapeToken(token)}`).join('')

const plainName = /^[A-Za-z][A-Za-z]{0,39}$/

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

const alwaysNeeded: readonly PropertyKey[] = ['levels', 'level']

const leaveOut = ({ path }: Issue) => {
  const key = path.at(-1)
  const isFact = path.includes('patient') || path.includes('levels')
  return isFact && typeof key === 'string' && !alwaysNeeded.includes(key)
    ? '; leave the key out when it is not recorded'
    : ''
}

function reasonOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) return 'is required'
      return issue.message.startsWith('Invalid input')
        ? `must be ${kinds[issue.expected] ?? issue.expected}${leaveOut(issue)}`
        : issue.message
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}${leaveOut(issue)}`
    case 'too_small':
      return `must not be ${issue.origin === 'string' || issue.origin === 'array' ? 'shorter' : 'less'} than ${issue.minimum}`
    case 'too_big':
      return `must not be ${issue.origin === 'string' || issue.origin === 'array' ? 'longer' : 'more'} than ${issue.maximum}`
    default:
      return issue.message
  }
}

/** Tells what a schema refused, field by field; a key that is not plain letters is not repeated. */
export function refusalsOf(error: { issues: readonly Issue[] }): Refusal[] {
  return error.issues.flatMap((issue): Refusal[] => {
    if (issue.code !== 'unrecognized_keys') {
      return [{ pointer: pointerTo(issue.path), reason: reasonOf(issue) }]
    }
    return issue.keys.map((key) =>
      plainName.test(key)
        ? {
            pointer: pointerTo([...issue.path, key]),
            reason: 'is not a known field; remove it or correct its name',
          }
        : { pointer: pointerTo(issue.path), reason: 'holds a field that is not known; remove it' },
    )
  })
}
