import type { Seen } from '../criterion.ts'
import { addDays } from '../day.ts'
import type { LevelFacts, PatientFacts } from '../facts.ts'

/** The day on which everything in the atlas is tried. */
export const triedOn = '2026-11-21'

/** Gives the day that lies so many days before. */
export const daysAgo = (days: number): string => addDays(triedOn, -days)

/** A few facts that are tried together. */
export type TriedFacts = {
  readonly patient?: PatientFacts
  readonly level?: Partial<LevelFacts>
  readonly oldestFractureDays?: number
}

/** Tries a fact of the level as not recorded and with each value. */
export const triesOfLevel = <F extends keyof LevelFacts>(
  fact: F,
  values: readonly LevelFacts[F][],
): TriedFacts[] => [{}, ...values.map((value) => ({ level: { [fact]: value } }))]

/** Tries a fact of the patient as not recorded and with each value. */
export const triesOfPatient = <F extends keyof PatientFacts>(
  fact: F,
  values: readonly PatientFacts[F][],
): TriedFacts[] => [{}, ...values.map((value) => ({ patient: { [fact]: value } }))]

/** Puts tried facts together as a criterion sees them. */
export const seenTogether = (tried: readonly TriedFacts[]): Seen => ({
  assessedOn: triedOn,
  patient: Object.assign({}, ...tried.map(({ patient }) => patient)) as PatientFacts,
  level: Object.assign({ level: 'L1' }, ...tried.map(({ level }) => level)) as LevelFacts,
  oldestFractureDays: tried.find((part) => part.oldestFractureDays !== undefined)
    ?.oldestFractureDays,
})
