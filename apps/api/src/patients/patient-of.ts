import type { Patient as PatientRow } from '../../generated/prisma/client.ts'
import type { Patient } from '../contract.ts'
import { dayOf } from '../stored-day.ts'

/** Gives a patient as the contract has it. */
export const patientOf = (row: PatientRow): Patient => ({
  id: row.id,
  mrn: row.mrn,
  familyName: row.familyName,
  givenName: row.givenName,
  birthDate: dayOf(row.birthDate),
  sex: row.sex,
  createdAt: row.createdAt.toISOString(),
})
