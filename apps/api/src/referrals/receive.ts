import type { Patient } from '../../generated/prisma/client.ts'
import { clinicDay } from '../clinic-day.ts'
import type { NewReferral, Person } from '../contract.ts'
import type { Transaction } from '../idempotency/once.ts'
import { refusedField } from '../problems.ts'
import { dayOf } from '../stored-day.ts'
import type { NewEvent } from './change.ts'
import { ownerNamed } from './owner.ts'
import { columnsOf } from './referral-columns.ts'
import { sortNameOf } from './sort-name.ts'
import { standingColumns } from './standing.ts'

async function patientNamed(transaction: Transaction, id: string): Promise<Patient> {
  const patient = await transaction.patient.findUnique({ where: { id } })
  if (!patient) throw refusedField('/patientId', 'names no patient; search for the patient again')
  return patient
}

/** Tells that a referral came in, and as what. */
export const receivedEvent = (
  { patientId: _, ownerId: __, ...told }: NewReferral,
  owner: Person | null,
): NewEvent => ({ kind: 'received', what: 'Received', to: { ...told, owner, state: 'new' } })

/** Gives the row of a referral that comes in: new, as version 1 and without evidence. */
export const receivedRow = (
  { patientId, externalId, ...editable }: NewReferral,
  patient: Patient,
  { byId, at }: { byId: string; at: Date },
) => ({
  ...columnsOf(editable),
  ...standingColumns([], dayOf(patient.birthDate), clinicDay(at)),
  patientId,
  externalId,
  sortName: sortNameOf(patient),
  createdById: byId,
  createdAt: at,
  changedAt: at,
})

/** Takes in a referral; gives its id and its first event. */
export async function receiveReferral(
  transaction: Transaction,
  referral: NewReferral,
  { byId, at }: { byId: string; at: Date },
): Promise<{ id: string; event: NewEvent }> {
  const patient = await patientNamed(transaction, referral.patientId)
  const owner = await ownerNamed(transaction, referral.ownerId)
  const data = receivedRow(referral, patient, { byId, at })
  const { id } = await transaction.referral.create({ data })
  const event = receivedEvent(referral, owner)
  const { sequence } = await transaction.referralEvent.create({
    data: { ...event, referralId: id, byId, at },
  })
  const sequences = { receivedSequence: sequence, changedSequence: sequence }
  await transaction.referral.update({ where: { id }, data: sequences })
  return { id, event }
}
