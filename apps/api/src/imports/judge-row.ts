import { addDays, type Day, refusalsOf } from '@kyphoscreen/rules'
import type { ImportedReferral } from '../contract.ts'
import { readReferral, texts } from './read-referral.ts'
import { pathOf, type RowRefusal } from './row-refusal.ts'
import { type RowStanding, standingOfRow } from './standing-of-row.ts'

const formula = /^(?:[=@\t\r]|[+-](?![\d\s(.]))/
const future = 'lies in the future; correct the day'
const formulaReason =
  'begins like a formula of a spreadsheet; remove the sign in front, or the whole formula'

const mostRefusals = 20

const days = [
  ['patient', 'birthDate'],
  ['referral', 'receivedOn'],
] as const

function* formulasIn(referral: ImportedReferral): Generator<RowRefusal> {
  for (const [part, keys] of texts) {
    const told: Partial<Record<string, unknown>> = referral[part]
    for (const key of keys) {
      const text = told[key]
      if (typeof text === 'string' && formula.test(text)) {
        yield { path: [part, key], reason: formulaReason }
      }
    }
  }
  const note = referral.findings?.patient?.qualityOfLifeNote
  if (note !== undefined && formula.test(note)) {
    yield { path: ['findings', 'patient', 'qualityOfLifeNote'], reason: formulaReason }
  }
}

function* futureDaysIn(referral: ImportedReferral, today: Day): Generator<RowRefusal> {
  const last = addDays(today, 1)
  for (const [part, key] of days) {
    const told: Partial<Record<string, unknown>> = referral[part]
    const day = told[key]
    if (typeof day === 'string' && day > last) yield { path: [part, key], reason: future }
  }
}

/** A row that may be stored: the referral, and how it stands. */
export type JudgedRow = { referral: ImportedReferral; standing: RowStanding }

function refusalsByField(error: Parameters<typeof refusalsOf>[0]): RowRefusal[] {
  const first = new Map<string, RowRefusal>()
  for (const { pointer, reason } of refusalsOf(error)) {
    if (!first.has(pointer)) first.set(pointer, { path: pathOf(pointer), reason })
  }
  return [...first.values()].slice(0, mostRefusals)
}

/** Checks what a row tells by the contract's schema, refuses formulas, days in the future and facts that contradict one another, and screens it. */
export function judgeRow(told: unknown, today: Day): JudgedRow | { refusals: RowRefusal[] } {
  const read = readReferral(told)
  if (!read.success) return { refusals: refusalsByField(read.error) }
  const referral = read.data
  const refusals = [...formulasIn(referral), ...futureDaysIn(referral, today)]
  if (refusals.length > 0) return { refusals }
  const standing = standingOfRow(referral, today)
  return 'refusals' in standing ? standing : { referral, standing }
}
