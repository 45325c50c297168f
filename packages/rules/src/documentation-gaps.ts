import type { Fact, LevelFacts, PatientFacts } from './findings.ts'

/** Something that does not hold a verdict back and should still be written down. */
export type DocumentationGap = { fact: Fact; says: string }

/** Lists the gaps in what is recorded of the patient. */
export function patientGaps(patient: PatientFacts): DocumentationGap[] {
  const gaps: DocumentationGap[] = []
  if (patient.painSeverity !== undefined && patient.painScore === undefined) {
    gaps.push({ fact: 'painScore', says: 'The pain is described in a word, without a score.' })
  }
  if (patient.careModalities?.includes('unspecified')) {
    gaps.push({ fact: 'careModalities', says: 'The kind of conservative care is not stated.' })
  }
  if (patient.ageYears === undefined) {
    gaps.push({ fact: 'ageYears', says: 'The age is not recorded.' })
  }
  return gaps
}

/** Lists the gaps in what is recorded of one level. */
export function levelGaps(level: LevelFacts): DocumentationGap[] {
  const gaps: DocumentationGap[] = []
  const mriAnswered = level.mriFinding !== undefined || level.mriMarrowEdema !== undefined
  if (mriAnswered && level.mriPerformedOn === undefined) {
    gaps.push({ fact: 'mriPerformedOn', says: 'The date of the MRI is not recorded.' })
  }
  if (level.onsetOn === undefined) {
    gaps.push({
      fact: 'onsetOn',
      says: 'The onset is not recorded, so the age of the fracture is not checked.',
    })
  }
  if (level.cause === undefined) {
    gaps.push({ fact: 'cause', says: 'The cause of the fracture is not recorded.' })
  }
  return gaps
}
