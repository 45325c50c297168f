import type { PatientFacts } from './facts.ts'

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

const bitOf = (answer: boolean | undefined, bit: number) => (answer === undefined ? bit : 0)

/** Packs which red flags were never asked into one number, the first in the highest of eight bits. */
export const packedUnasked = (patient: PatientFacts): number =>
  bitOf(patient.neurologicDeficit, 128) |
  bitOf(patient.cordOrCaudaCompression, 64) |
  bitOf(patient.activeInfection, 32) |
  bitOf(patient.spinalInstability, 16) |
  bitOf(patient.pregnant, 8) |
  bitOf(patient.uncorrectedCoagulopathy, 4) |
  bitOf(patient.cementAllergy, 2) |
  bitOf(patient.epiduralTumor, 1)

const none: readonly RedFlagFact[] = Object.freeze([])

/** True when one of these red flags cannot wait. */
export const areUrgent = (flags: readonly RedFlagFact[]): boolean =>
  flags.some((fact) => redFlags[fact].urgent)

/** The red flags recorded as true. */
export const recordedRedFlags = (patient: PatientFacts): readonly RedFlagFact[] =>
  someRecorded(patient) ? redFlagFacts.filter((fact) => patient[fact] === true) : none
