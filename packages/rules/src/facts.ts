import { z } from 'zod'
import { Day } from './day.ts'

const percent = z.number().min(0).max(100)

/** A score or a scale name is meaningless without the other; NRS is the numeric rating scale, VAS the visual analogue scale. */
export const PainScale = z.enum(['NRS-0-10', 'VAS-0-10', 'VAS-0-100'])
export type PainScale = z.infer<typeof PainScale>
export const PainSeverity = z.enum(['none', 'mild', 'moderate', 'severe'])
export type PainSeverity = z.infer<typeof PainSeverity>
export const PainTrend = z.enum(['improving', 'stable', 'worsening'])
export type PainTrend = z.infer<typeof PainTrend>
export const CareModality = z.enum([
  'pain-medication',
  'bracing',
  'physical-therapy',
  'bed-rest',
  'injection',
  'other',
  'unspecified',
])
export type CareModality = z.infer<typeof CareModality>
export const CareResponse = z.enum(['failed', 'improving', 'resolved', 'not-tried'])
export type CareResponse = z.infer<typeof CareResponse>
export const EarlyException = z.enum(['hospitalized', 'bedridden', 'medication-intolerant'])
export type EarlyException = z.infer<typeof EarlyException>
export const Cause = z.enum([
  'osteoporosis',
  'secondary-osteoporosis',
  'other-bone-fragility',
  'malignancy',
  'benign-lesion',
  'high-energy-trauma',
])
export type Cause = z.infer<typeof Cause>
export const MriFinding = z.enum(['acute', 'subacute', 'chronic', 'indeterminate', 'no-fracture'])
export type MriFinding = z.infer<typeof MriFinding>
export const OtherImaging = z.enum(['bone-scan', 'spect-ct', 'ct'])
export type OtherImaging = z.infer<typeof OtherImaging>
export const Retropulsion = z.enum(['none', 'mild', 'significant', 'present-size-not-stated'])
export type Retropulsion = z.infer<typeof Retropulsion>
export const PosteriorWall = z.enum(['intact', 'disrupted'])
export type PosteriorWall = z.infer<typeof PosteriorWall>

/** The vertebrae from the head down. */
// biome-ignore format: one spinal region a line
export const vertebraeInOrder = [
  'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7',
  'T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10', 'T11', 'T12',
  'L1', 'L2', 'L3', 'L4', 'L5',
  'S1', 'S2', 'S3', 'S4', 'S5',
] as const

/** A vertebral level by its usual name. */
export const LevelName = z.enum(vertebraeInOrder)
export type LevelName = z.infer<typeof LevelName>

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** What is known of the patient; a key that is left out is not recorded. */
export const PatientFacts = z.strictObject({
  ageYears: z.number().min(0).max(130).optional(),
  pregnant: z.boolean().optional(),
  painScore: z.number().min(0).max(100).optional(),
  painScale: PainScale.optional(),
  painSeverity: PainSeverity.optional(),
  painFromFracture: z.boolean().optional(),
  painTrend: PainTrend.optional(),
  qualityOfLifeLimited: z.boolean().optional(),
  qualityOfLifeNote: z
    .string()
    .max(1000)
    .refine((text) => text.isWellFormed() && !controlCharacter.test(text), {
      error: 'holds characters that cannot be stored; type the note again',
    })
    .optional(),
  oswestry: percent.optional(),
  rolandMorris: z.number().min(0).max(24).optional(),
  hospitalizedForPain: z.boolean().optional(),
  careModalities: z.array(CareModality).max(20).optional(),
  careStartedOn: Day.optional(),
  careDays: z.int().min(0).max(36_500).optional(),
  careResponse: CareResponse.optional(),
  earlyException: EarlyException.optional(),
  neurologicDeficit: z.boolean().optional(),
  cordOrCaudaCompression: z.boolean().optional(),
  activeInfection: z.boolean().optional(),
  uncorrectedCoagulopathy: z.boolean().optional(),
  cementAllergy: z.boolean().optional(),
  spinalInstability: z.boolean().optional(),
  epiduralTumor: z.boolean().optional(),
})
export type PatientFacts = z.infer<typeof PatientFacts>
export type PatientFact = keyof PatientFacts

/** What is known of one fractured level; a key that is left out is not recorded. */
export const LevelFacts = z.strictObject({
  level: LevelName,
  onsetOn: Day.optional(),
  cause: Cause.optional(),
  mriPerformedOn: Day.optional(),
  mriFinding: MriFinding.optional(),
  mriMarrowEdema: z.boolean().optional(),
  mriNotPossible: z.boolean().optional(),
  otherImaging: OtherImaging.optional(),
  otherImagingActive: z.boolean().optional(),
  retropulsion: Retropulsion.optional(),
  canalCompromisePercent: percent.optional(),
  posteriorWall: PosteriorWall.optional(),
  heightLossPercent: percent.optional(),
})
export type LevelFacts = z.infer<typeof LevelFacts>
export type LevelFact = Exclude<keyof LevelFacts, 'level'>

/** The name of any fact a screening can rest on. */
export type Fact = PatientFact | LevelFact
