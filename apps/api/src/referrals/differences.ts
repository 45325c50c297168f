import { isDeepStrictEqual } from 'node:util'
import { refusedField } from '../problems.ts'

/** The fields in which a change differs from what is there, as they were and as they become. */
export type Differences<Fields> = { from: Partial<Fields>; to: Partial<Fields> }

/** Compares what is there with what is asked for, field by field; refused when nothing would change. */
export function differencesOf<Fields extends object>(
  before: Fields,
  asked: { [Field in keyof Fields]?: Fields[Field] | undefined },
): Differences<Fields> {
  const from: Partial<Fields> = {}
  const to: Partial<Fields> = {}
  for (const field of Object.keys(before) as (keyof Fields)[]) {
    const wanted = asked[field]
    if (wanted === undefined || isDeepStrictEqual(before[field], wanted)) continue
    from[field] = before[field]
    to[field] = wanted
  }
  if (Object.keys(to).length === 0) {
    throw refusedField('', 'changes nothing; send a field with another value')
  }
  return { from, to }
}
