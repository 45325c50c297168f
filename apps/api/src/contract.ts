import { Day, Findings, Ruleset, ScreeningResult } from '@kyphoscreen/rules'
import { z } from 'zod'

/**
 * What travels between the web app and the API; the only file of the API that the web app may import.
 * Days are `YYYY-MM-DD`, instants are RFC 3339 in UTC. Unknown fields are refused.
 */

/** What an account may do: surgeons and navigators screen, admins look after accounts and audits. */
export const Role = z.enum(['surgeon', 'navigator', 'admin'])
export type Role = z.infer<typeof Role>

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const controlCharacter = /[\u0000-\u001f\u007f]/

const line = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => text.isWellFormed() && !controlCharacter.test(text), {
      error: 'holds characters that cannot be stored; type it again',
    })
    .refine((text) => text.trim() !== '', { error: 'must not be blank' })

const exactLine = (longest: number) =>
  line(longest).refine((text) => text === text.trim(), {
    error: 'must not begin or end with a space',
  })

/** A sign-in. */
export const SignIn = z.strictObject({ username: line(100), password: z.string().min(1).max(1024) })
export type SignIn = z.infer<typeof SignIn>

/** Who is signed in, and until when without activity and at most. */
export const SignedIn = z.strictObject({
  username: z.string(),
  displayName: z.string(),
  role: Role,
  idleUntil: z.iso.datetime(),
  endsAt: z.iso.datetime(),
})
export type SignedIn = z.infer<typeof SignedIn>

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

/** A screening to record; the server screens the findings itself and keeps its own answer. */
export const NewScreening = z.strictObject({ patientId: z.uuid(), findings: Findings })
export type NewScreening = z.infer<typeof NewScreening>

/** A recorded screening: append-only; a correction is a new screening. */
export const Screening = z.strictObject({
  id: z.uuid(),
  patientId: z.uuid(),
  findings: Findings,
  result: ScreeningResult,
  recordedAt: z.iso.datetime(),
  recordedBy: z.strictObject({ displayName: z.string(), role: Role }),
})
export type Screening = z.infer<typeof Screening>

/** One line of a patient's history of screenings. */
export const ScreeningSummary = Screening.omit({ findings: true, result: true }).extend(
  ScreeningResult.pick({ outcome: true, urgent: true, headline: true, assessedOn: true }).shape,
)
export type ScreeningSummary = z.infer<typeof ScreeningSummary>

/** A patient's screenings, newest first. */
export const ScreeningHistory = z.strictObject({ screenings: z.array(ScreeningSummary) })
export type ScreeningHistory = z.infer<typeof ScreeningHistory>

/** An unfinished screening as typed, kept on the server for its author alone, so that nothing is stored in the browser. */
export const Draft = z.strictObject({ form: z.record(z.string(), z.json()) })
export type Draft = z.infer<typeof Draft>

export const SavedDraft = Draft.extend({ savedAt: z.iso.datetime() })
export type SavedDraft = z.infer<typeof SavedDraft>

/** What went wrong (RFC 9457), with the field by JSON pointer and the reason; it never repeats what was sent. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(z.strictObject({ pointer: z.string(), reason: z.string() })).optional(),
})
export type Problem = z.infer<typeof Problem>

/** Whether the server is alive, or ready to answer. */
export const Health = z.strictObject({ status: z.enum(['ok', 'not-ready']) })
export type Health = z.infer<typeof Health>

export { Findings, Ruleset, ScreeningResult }
