import { z } from 'zod'
import { surelyAccepts } from './accepts.ts'
import { contradictions } from './contradictions.ts'
import { Day } from './day.ts'
import { freezeFindings } from './freeze-findings.ts'
import { nothingOf } from './one-shape.ts'

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

const nothingOfPatient = nothingOf(PatientFacts)
const nothingOfLevel = nothingOf(LevelFacts)

/** Copies findings with all their keys, those that are left out as undefined. */
const inOneShape = ({ assessedOn, patient, levels }: z.infer<typeof Recorded>) => ({
  assessedOn,
  patient: patient && { ...nothingOfPatient, ...patient },
  levels: levels.map((level) => ({ ...nothingOfLevel, ...level })),
})

/** What was accepted, with the copy that is screened. */
const accepted = new WeakMap<object, Findings>()

/** The findings last read from text; whoever screens them does so at once, so that they need no place among the accepted. */
let lastRead: object | undefined

/** The facts of findings, whether or not they contradict each other. */
export const Recorded = z.strictObject({
  assessedOn: Day,
  patient: PatientFacts.optional(),
  levels: z.array(LevelFacts).min(1).max(vertebraeInOrder.length),
})

/**
 * The findings a screening is made from: the day they are judged on, the patient's facts, and one
 * entry a fractured level. Days are `YYYY-MM-DD`, percentages 0-100. Unknown keys, numbers outside
 * their scale and facts that contradict each other are refused, never repaired. What is accepted is
 * frozen.
 */
export const Findings = Recorded.superRefine((findings, context) => {
  for (const { path, reason } of contradictions(findings)) {
    context.addIssue({ code: 'custom', path, message: reason })
  }
}).overwrite((findings) => {
  accepted.set(freezeFindings(findings), inOneShape(findings))
  return findings
})
export type Findings = z.infer<typeof Findings>

const isSure = surelyAccepts(Recorded)

/**
 * Reads findings from JSON text as `Findings.safeParse(JSON.parse(text))` does, and throws as `JSON.parse`
 * does; plain findings several times as fast. Their keys stay in the order of the text.
 */
export const readFindings = (text: string): z.ZodSafeParseResult<Findings> =>
  checkFindings(JSON.parse(text))

/** Checks findings as `Findings.safeParse` does; plain ones several times as fast, and these it freezes instead of copying them. */
export function checkFindings(sent: unknown): z.ZodSafeParseResult<Findings> {
  if (!isSure(sent)) return Findings.safeParse(sent)
  const plain = sent as Findings
  if (contradictions(plain).length > 0) return Findings.safeParse(sent)
  lastRead = freezeFindings(plain)
  return { success: true, data: plain }
}

/** Gives what is to be screened when this very object was accepted, and checks it now when it was not. */
export const acceptedFindings = (findings: Findings): Findings =>
  findings === lastRead ? findings : (accepted.get(findings) ?? acceptedNow(findings))

const acceptedNow = (findings: Findings) => accepted.get(Findings.parse(findings)) as Findings
