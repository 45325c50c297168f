import { z } from 'zod'
import type { WorklistSort } from '../contract.ts'
import { refusedField } from '../problems.ts'
import { keyOf } from './worklist-sorts.ts'

/** A place in a sorted list: the sort's key and the id of the row that stands there. */
export type Place = { key: string | null; id: string }

/** Writes a place as a mark that a page gives, for one sort alone. */
export const markOf = (by: WorklistSort['by'], { key, id }: Place): string =>
  Buffer.from(JSON.stringify([by, key, id])).toString('base64url')

const parsed = (mark: string): unknown => {
  try {
    return JSON.parse(Buffer.from(mark, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** Reads a mark; refused when it is not one that a page of this sort gave. */
export function placeOf(by: WorklistSort['by'], mark: string, pointer: string): Place {
  const Mark = z.tuple([z.literal(by), keyOf(by), z.uuid()])
  const read = Mark.safeParse(parsed(mark))
  if (!read.success) {
    throw refusedField(pointer, 'is not the mark of a page of this list; start from its first page')
  }
  const [, key, id] = read.data
  return { key, id }
}
