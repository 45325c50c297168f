import { Day } from '@kyphoscreen/rules'
import { z } from 'zod'
import { exactLine, line } from './texts.ts'

/** Sex as recorded in the chart. */
export const Sex = z.enum(['female', 'male', 'intersex', 'unknown'])
export type Sex = z.infer<typeof Sex>

/** A patient to register; the MRN (medical record number) is unique in the clinic. */
export const NewPatient = z.strictObject({
  mrn: exactLine(40),
  familyName: exactLine(100),
  givenName: exactLine(100),
  birthDate: Day,
  sex: Sex,
})
export type NewPatient = z.infer<typeof NewPatient>

export const Patient = NewPatient.extend({ id: z.uuid(), createdAt: z.iso.datetime() })
export type Patient = z.infer<typeof Patient>

/** A search for patients by MRN or by the beginning of a name; sent by POST so that it stays out of URLs and logs. */
export const PatientSearch = z.strictObject({ text: line(100) })
export type PatientSearch = z.infer<typeof PatientSearch>

/** The patients found, at most 50, and how many there are in all. */
export const PatientsFound = z.strictObject({ patients: z.array(Patient), total: z.int() })
export type PatientsFound = z.infer<typeof PatientsFound>
