import type { Fact } from '@kyphoscreen/rules'
import { fields } from '../facts/fields.ts'

/** Writes why recorded facts cannot stand together, with the fact by its label. */
export function writeRefusal(pointer: string, reason: string): string {
  const name = pointer.split('/').findLast((part) => part in fields)
  return `${name === undefined ? 'A fact' : fields[name as Fact].label} ${reason}.`
}
