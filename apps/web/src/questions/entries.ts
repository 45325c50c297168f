import { type Findings, type LevelFacts, type PatientFacts, writeDay } from '@kyphoscreen/rules'
import { z } from 'zod'
import { newKey } from '../api.ts'
import type { Field } from '../facts/field.ts'
import { fields } from '../facts/fields.ts'

const typed = z.string()

/** What is typed or chosen for one level, as it stands on the page; an empty text is not answered. */
export const LevelEntries = z.strictObject({
  level: typed,
  onsetOn: typed,
  cause: typed,
  mriPerformedOn: typed,
  mriFinding: typed,
  mriMarrowEdema: typed,
  mriNotPossible: typed,
  otherImaging: typed,
  otherImagingActive: typed,
  retropulsion: typed,
  canalCompromisePercent: typed,
  posteriorWall: typed,
  heightLossPercent: typed,
} satisfies Record<keyof LevelFacts, z.ZodString>)
export type LevelEntries = z.infer<typeof LevelEntries>

/** The facts of the patient that are asked for; the age comes from the chart. */
export type AskedOfPatient = Exclude<keyof PatientFacts, 'ageYears'>

const PatientEntries = z.strictObject({
  painScore: typed,
  painScale: typed,
  painSeverity: typed,
  painFromFracture: typed,
  painTrend: typed,
  qualityOfLifeLimited: typed,
  qualityOfLifeNote: typed,
  oswestry: typed,
  rolandMorris: typed,
  hospitalizedForPain: typed,
  careModalities: z.array(typed),
  careStartedOn: typed,
  careDays: typed,
  careResponse: typed,
  earlyException: typed,
  neurologicDeficit: typed,
  cordOrCaudaCompression: typed,
  activeInfection: typed,
  uncorrectedCoagulopathy: typed,
  cementAllergy: typed,
  spinalInstability: typed,
  epiduralTumor: typed,
  pregnant: typed,
} satisfies Record<AskedOfPatient, z.ZodType>)

/** Everything on the screening form as typed, with the key under which it will be recorded once. */
export const Entries = z.strictObject({
  key: z.string(),
  assessedOn: typed,
  patient: PatientEntries,
  levels: z.array(LevelEntries).min(1),
})
export type Entries = z.infer<typeof Entries>

/** The entry in the list of care that records that none of it was tried. */
export const noneTried = 'none'

const blank = (shape: object) => Object.fromEntries(Object.keys(shape).map((name) => [name, '']))

/** Gives a level without a single answer. */
export const blankLevel = (): LevelEntries => LevelEntries.parse(blank(LevelEntries.shape))

/** Gives a form without a single answer, assessed today. */
export const blankEntries = (today: string): Entries => ({
  key: newKey(),
  assessedOn: writeDay(today),
  patient: PatientEntries.parse({ ...blank(PatientEntries.shape), careModalities: [] }),
  levels: [blankLevel()],
})

function entryOf(field: Field, value: unknown): string | string[] {
  switch (field.kind) {
    case 'several':
      if (!Array.isArray(value)) return []
      return value.length === 0 ? [noneTried] : value.map(String)
    case 'yes-no':
      return value === undefined ? '' : value === true ? 'yes' : 'no'
    case 'day':
      return value === undefined ? '' : writeDay(String(value))
    default:
      return value === undefined ? '' : String(value)
  }
}

const entriesOf = (shape: object, facts: Record<string, unknown>) =>
  Object.fromEntries(
    Object.keys(shape).map((name) => [
      name,
      name === 'level' ? facts[name] : entryOf(fields[name as keyof typeof fields], facts[name]),
    ]),
  )

/** Gives the form filled in from recorded findings, for a correction by a new screening. */
export const entriesFrom = (findings: Findings): Entries => ({
  key: newKey(),
  assessedOn: writeDay(findings.assessedOn),
  patient: PatientEntries.parse(entriesOf(PatientEntries.shape, findings.patient ?? {})),
  levels: findings.levels.map((level) => LevelEntries.parse(entriesOf(LevelEntries.shape, level))),
})

/** True when nothing clinical has been typed or chosen yet. */
export const isBlank = ({ patient, levels }: Entries): boolean =>
  [patient, ...levels].every((part) => Object.values(part).every((entry) => entry.length === 0))
