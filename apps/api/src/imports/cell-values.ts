import { LevelFacts, PatientFacts } from '@kyphoscreen/rules'
import type { z } from 'zod'
import { ImportedReferral, type ImportTarget, importedLevels } from '../contract.ts'

/** Which part of a referral a column tells. */
export type Part = 'patient' | 'referral' | 'facts' | { level: number }

/** How a cell is read: into which part, under which key, and by which words. */
export type CellReader = { part: Part; key: string; read: (text: string) => unknown }

/** What a cell is read as when its words are not the ones of its column. */
export const unread = Symbol('unread')

const decimal = /^-?\d{1,15}(?:\.\d{1,15})?$/
const words: Record<string, boolean> = { true: true, yes: true, false: false, no: false }

const readers: Record<string, (text: string) => unknown> = {
  number: (text) => (decimal.test(text) ? Number(text) : unread),
  boolean: (text) => (Object.hasOwn(words, text) ? words[text] : unread),
  array: (text) => text.split(' '),
}

/** What to write instead, by the kind of value a column holds. */
const remedies: Record<string, string> = {
  number: 'must be a number such as 7 or 7.6; leave it blank when it is not recorded',
  boolean: 'must be yes, no, true or false; leave it blank when it is not recorded',
}

type Shape = Readonly<Record<string, z.core.$ZodType>>

const kindOf = (schema: z.core.$ZodType | undefined): string => {
  const { type, innerType } = (schema?._zod.def ?? {}) as {
    type?: string
    innerType?: z.core.$ZodType
  }
  return type === 'optional' || type === 'nullable' ? kindOf(innerType) : (type ?? 'string')
}

const shapes = {
  patient: ImportedReferral.shape.patient.shape,
  referral: ImportedReferral.shape.referral.shape,
  facts: PatientFacts.omit({ ageYears: true }).shape,
} as const satisfies Record<string, Shape>

const asText = (text: string) => text

const readerOf = (
  part: Part,
  key: string,
  shape: Shape,
): [string, CellReader & { kind: string }] => {
  const kind = kindOf(shape[key])
  const name = typeof part === 'string' ? key : levelColumn(part.level, key)
  return [name, { part, key, kind, read: readers[kind] ?? asText }]
}

const levelColumn = (level: number, key: string) =>
  key === 'level' ? `level${level + 1}` : `level${level + 1}.${key}`

const byTarget = new Map<ImportTarget, CellReader & { kind: string }>([
  ...Object.entries(shapes).flatMap(([part, shape]) =>
    Object.keys(shape).map((key) => readerOf(part as keyof typeof shapes, key, shape)),
  ),
  ...Array.from({ length: importedLevels }, (_, level) =>
    Object.keys(LevelFacts.shape).map((key) => readerOf({ level }, key, LevelFacts.shape)),
  ).flat(),
])

/** Tells how a column's cells are read. */
export const cellReader = (target: ImportTarget): CellReader | undefined => byTarget.get(target)

/** Tells what to write in a cell that could not be read. */
export const remedyFor = (target: ImportTarget): string =>
  remedies[byTarget.get(target)?.kind ?? ''] ?? 'cannot be read'

/** Gives the documented column of a field of a referral; `slots` tell which level column each level came from. */
export function targetAt(path: readonly PropertyKey[], slots: readonly number[]): ImportTarget {
  const [part, inner, index, key] = path
  if (part !== 'findings') return String(inner ?? '')
  if (inner !== 'levels') return String(index ?? '')
  return levelColumn(slots[Number(index)] ?? Number(index), String(key ?? 'level'))
}
