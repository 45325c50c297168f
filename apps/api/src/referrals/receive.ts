import type { Patient } from '../../generated/prisma/client.ts'
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

const received = (
  { patientId: _, ownerId: __, ...told }: NewReferral,
  owner: Person | null,
): NewEvent => ({ kind: 'received', what: 'Received', to: { ...told, owner, state: 'new' } })

/** Takes in a referral with its first event, as version 1 and without evidence; gives its id. */
export async function receiveReferral(
  transaction: Transaction,
  referral: NewReferral,
  { byId, at }: { byId: string; at: Date },
): Promise<string> {
  const { patientId, externalId, ...editable } = referral
  const patient = await patientNamed(transaction, patientId)
  const owner = await ownerNamed(transaction, editable.ownerId)
  const { id } = await transaction.referral.create({
    data: {
      ...columnsOf(editable),
      ...standingColumns([], dayOf(patient.birthDate), dayOf(at)),
      patientId,
      externalId,
      sortName: sortNameOf(patient),
      createdById: byId,
      createdAt: at,
      changedAt: at,
    },
  })
  const { sequence } = await transaction.referralEvent.create({
    data: { ...received(referral, owner), referralId: id, byId, at },
  })
  const sequences = { receivedSequence: sequence, changedSequence: sequence }
  await transaction.referral.update({ where: { id }, data: sequences })
  return id
}
