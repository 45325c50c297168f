import type { PatientFacts } from './findings.ts'

type RedFlag = { says: string; urgent: boolean }

/** The facts that send a screening to the surgeon whenever they are recorded as true. */
export const redFlags = {
  neurologicDeficit: { says: 'A neurologic deficit is recorded.', urgent: true },
  cordOrCaudaCompression: {
    says: 'Compression of the cord or cauda equina is recorded.',
    urgent: true,
  },
  activeInfection: { says: 'An active infection is recorded.', urgent: true },
  spinalInstability: { says: 'Spinal instability is recorded.', urgent: true },
  pregnant: { says: 'Pregnancy is recorded.', urgent: false },
  uncorrectedCoagulopathy: { says: 'An uncorrected coagulopathy is recorded.', urgent: false },
  cementAllergy: { says: 'An allergy to bone cement is recorded.', urgent: false },
  epiduralTumor: { says: 'Epidural tumor is recorded.', urgent: false },
} as const satisfies Partial<Record<keyof PatientFacts, RedFlag>>

export type RedFlagFact = keyof typeof redFlags

/** The red-flag facts, urgent ones first. */
export const redFlagFacts = Object.keys(redFlags) as readonly RedFlagFact[]

const someRecorded = (patient: PatientFacts): boolean =>
  patient.neurologicDeficit === true ||
  patient.cordOrCaudaCompression === true ||
  patient.activeInfection === true ||
  patient.spinalInstability === true ||
  patient.pregnant === true ||
  patient.uncorrectedCoagulopathy === true ||
  patient.cementAllergy === true ||
  patient.epiduralTumor === true

const none: readonly RedFlagFact[] = Object.freeze([])

/** The red flags recorded as true. */
export const recordedRedFlags = (patient: PatientFacts): readonly RedFlagFact[] =>
  someRecorded(patient) ? redFlagFacts.filter((fact) => patient[fact] === true) : none
