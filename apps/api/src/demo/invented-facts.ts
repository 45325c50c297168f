import { addDays, type Day, type LevelFacts, type PatientFacts } from '@kyphoscreen/rules'

/** Every red flag asked for, and none found. */
export const noRedFlags: PatientFacts = {
  neurologicDeficit: false,
  cordOrCaudaCompression: false,
  activeInfection: false,
  uncorrectedCoagulopathy: false,
  cementAllergy: false,
  spinalInstability: false,
  epiduralTumor: false,
}

/** Severe pain from the fracture that limits life. */
export const severePain: PatientFacts = {
  painScore: 8,
  painScale: 'NRS-0-10',
  painSeverity: 'severe',
  painFromFracture: true,
  painTrend: 'worsening',
  qualityOfLifeLimited: true,
}

/** An osteoporotic fracture of some days ago that the MRI shows as acute. */
export const freshFracture = (
  assessedOn: Day,
  onsetDaysAgo: number,
): Omit<LevelFacts, 'level'> => ({
  cause: 'osteoporosis',
  onsetOn: addDays(assessedOn, -onsetDaysAgo),
  mriPerformedOn: addDays(assessedOn, -Math.min(6, onsetDaysAgo)),
  mriFinding: 'acute',
  mriMarrowEdema: true,
  posteriorWall: 'intact',
})

/** Care that began some days before a day, and failed. */
export const careSince = (assessedOn: Day, days: number): PatientFacts => ({
  careModalities: ['pain-medication', 'bracing'],
  careStartedOn: addDays(assessedOn, -days),
  careResponse: 'failed',
})
