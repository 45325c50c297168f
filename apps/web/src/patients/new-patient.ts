import { NewPatient, Sex } from '@kyphoscreen/api/contract'
import { z } from 'zod'
import { readTypedDay } from '../facts/typed-day.ts'
import { today } from '../today.ts'

const needed = (error: string, longest: number) =>
  z
    .string()
    .trim()
    .min(1, { error })
    .max(longest, { error: `Shorten this to ${longest} characters.` })

const TypedBirthDate = z.string().transform((typed, context) => {
  const day = today()
  const read = readTypedDay(typed, undefined)
  const refuse = (message: string) => {
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }
  if (read.read === 'nothing') return refuse('Type the birth date, such as 05-Apr-1948.')
  if (read.read === 'no') return refuse(`Birth date ${read.why}.`)
  return read.day > day ? refuse('Birth date lies in the future; correct it.') : read.day
})

/** A patient as typed on the registration form; what it gives is what is sent. */
export const PatientTyped = z
  .strictObject({
    mrn: needed('Type the MRN.', 40),
    familyName: needed('Type the family name.', 100),
    givenName: needed('Type the given name.', 100),
    birthDate: TypedBirthDate,
    sex: z.string().transform((value, context) => {
      const read = Sex.safeParse(value)
      if (read.success) return read.data
      context.addIssue({ code: 'custom', message: 'Choose the sex recorded in the chart.' })
      return z.NEVER
    }),
  })
  .pipe(NewPatient)
export type PatientTyped = z.input<typeof PatientTyped>
