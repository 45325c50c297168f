import type { Patient, Sex } from '@kyphoscreen/api/contract'
import { type Day, writeDay } from '@kyphoscreen/rules'
import { ageOn } from './age.ts'

/** Sex in full. */
export const sexWords = {
  female: 'Female',
  male: 'Male',
  intersex: 'Intersex',
  unknown: 'Sex not known',
} as const satisfies Record<Sex, string>

/** Writes a name the clinical way, `SMITH, Jane`. */
export const writeName = ({ familyName, givenName }: Pick<Patient, 'familyName' | 'givenName'>) =>
  `${familyName.toLocaleUpperCase()}, ${givenName}`

/** Writes a birth date with the age on a day, `born 05-Apr-1948 (78 y)`. */
export const writeBirth = (birthDate: Day, on: Day): string =>
  `born ${writeDay(birthDate)} (${ageOn(birthDate, on)} y)`
