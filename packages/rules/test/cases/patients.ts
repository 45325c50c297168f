import type { Findings, Outcome, Status } from '../../src/index.ts'

type Statuses = readonly [mri: Status, care: Status, retropulsion: Status, pain: Status]

/** A patient told as a story, with the outcome and the first level's four statuses; refused when the findings contradict themselves. */
export type Patient = {
  story: string
  findings: Findings
  expected: { outcome: Outcome; statuses: Statuses } | 'refused'
}

/** The day on which every patient of these stories is assessed. */
export const assessedOn = '2026-06-15'

/** A patient of whom everything the criteria ask for is recorded, and no red flag but epidural tumor was left unasked. */
export const wellDocumented = {
  ageYears: 75,
  pregnant: false,
  painScore: 8,
  painScale: 'NRS-0-10',
  painSeverity: 'severe',
  painFromFracture: true,
  painTrend: 'stable',
  qualityOfLifeLimited: true,
  qualityOfLifeNote: 'needs help to dress and wakes at every turn',
  hospitalizedForPain: false,
  careModalities: ['pain-medication', 'bracing'],
  careDays: 21,
  careResponse: 'failed',
  neurologicDeficit: false,
  cordOrCaudaCompression: false,
  activeInfection: false,
  uncorrectedCoagulopathy: false,
  cementAllergy: false,
  spinalInstability: false,
} satisfies Findings['patient']

/** A recent osteoporotic fracture with an MRI that shows it, and an open canal. */
export const recentFracture = {
  level: 'L1',
  onsetOn: '2026-05-21',
  cause: 'osteoporosis',
  mriPerformedOn: '2026-06-08',
  mriFinding: 'acute',
  mriMarrowEdema: true,
  mriNotPossible: false,
  retropulsion: 'none',
  posteriorWall: 'intact',
} satisfies Findings['levels'][number]

/** The four statuses of a patient who meets every criterion. */
export const allMet: Statuses = ['met', 'met', 'met', 'met']
