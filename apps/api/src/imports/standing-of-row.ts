import type { Day, Refusal } from '@kyphoscreen/rules'
import type { ImportedReferral } from '../contract.ts'
import { type ColumnsOfDay, columnsOfDay } from '../referrals/columns-of-day.ts'
import type { KeptFacts } from '../referrals/evidence-kept.ts'
import { asKept } from '../referrals/evidence-told.ts'
import { findingsOn } from '../referrals/standing-findings.ts'
import { urgentAlone } from '../referrals/urgent-alone.ts'
import { pathOf, type RowRefusal } from './row-refusal.ts'

/** What a row's facts are kept as, and the derived columns of its referral. */
export type RowStanding = { kept: KeptFacts | null; columns: ColumnsOfDay }

/** Gives the patient's facts themselves where the kinds of care are in order already. */
function withCareInOrder(patient: KeptFacts['patient']): KeptFacts['patient'] {
  const { careModalities } = patient
  if (careModalities === undefined) return patient
  const told = { fact: 'careModalities', level: null, value: careModalities } as const
  const inOrder = asKept(told) as typeof careModalities
  const same = String(inOrder) === String(careModalities)
  return same ? patient : { ...patient, careModalities: inOrder }
}

/** What the one source of an imported referral tells is what is kept of it. */
function keptOf({ findings, referral }: ImportedReferral): KeptFacts | null {
  const { patient = {}, levels = [] } = findings ?? {}
  if (levels.length === 0) return null
  const careDaysOn = patient.careDays === undefined ? null : referral.receivedOn
  return { levels, patient: withCareInOrder(patient), careDaysOn }
}

/** Screens a row as of a day: how its referral stands, or which of its facts contradict one another. */
export function standingOfRow(
  referral: ImportedReferral,
  today: Day,
): RowStanding | { refusals: RowRefusal[] } {
  const kept = keptOf(referral)
  const { birthDate } = referral.patient
  const columns = columnsOfDay(kept, birthDate, today)
  if (kept === null) {
    const urgent = urgentAlone(referral.findings?.patient ?? {}, today)
    return { kept, columns: { ...columns, urgent } }
  }
  if (columns.outcome !== 'contradiction') return { kept, columns }
  const read = findingsOn(kept, birthDate, today)
  const refusals = read.accepted ? [] : read.refusals
  return { refusals: refusals.map(refusalOf) }
}

const tooOld = 'makes the patient older than 130; correct it'

const refusalOf = ({ pointer, reason }: Refusal): RowRefusal =>
  pointer === '/patient/ageYears'
    ? { path: ['patient', 'birthDate'], reason: tooOld }
    : { path: ['findings', ...pathOf(pointer)], reason }
