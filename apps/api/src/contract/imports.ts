import { Day, LevelFacts, PatientFacts } from '@kyphoscreen/rules'
import { z } from 'zod'
import { Author } from './author.ts'
import { NewPatient } from './patient.ts'
import { NewReferral, Referrer } from './referral.ts'
import { WorklistOutcome } from './worklist.ts'

/**
 * An import of referrals from a file. The file is uploaded and kept as it is, tried without storing
 * anything, and then run in the background; who watches asks for its progress.
 */

/** The media type that each kind of file is uploaded as. */
export const importMediaTypes = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const

/** The largest file that is taken, in bytes. */
export const largestImport = 2 * 1024 ** 3

/** How many levels one line of a CSV can name; a line of NDJSON can name them all. */
export const importedLevels = 3

/** A referral as a line of NDJSON has it; a CSV has the same by its columns. */
export const ImportedReferral = z.strictObject({
  patient: NewPatient,
  referral: z.strictObject({
    externalId: NewReferral.shape.externalId.unwrap(),
    referrerName: Referrer.shape.name,
    organisation: Referrer.shape.organisation.optional(),
    phone: Referrer.shape.phone.optional(),
    fax: Referrer.shape.fax.optional(),
    receivedOn: Day,
    reason: NewReferral.shape.reason,
    priority: NewReferral.shape.priority.optional(),
    dueOn: NewReferral.shape.dueOn.optional(),
  }),
  findings: z
    .strictObject({
      patient: PatientFacts.omit({ ageYears: true }).optional(),
      levels: z.array(LevelFacts).max(29).optional(),
    })
    .optional(),
})
export type ImportedReferral = z.infer<typeof ImportedReferral>

const levelColumns = Array.from({ length: importedLevels }, (_, index) => `level${index + 1}`)

/** The columns of a CSV by the names of what they tell, in the order of the documentation. */
export const importTargets: readonly string[] = [
  ...ImportedReferral.shape.patient.keyof().options,
  ...ImportedReferral.shape.referral.keyof().options,
  ...PatientFacts.omit({ ageYears: true }).keyof().options,
  ...levelColumns.flatMap((level) => [
    level,
    ...LevelFacts.omit({ level: true })
      .keyof()
      .options.map((fact) => `${level}.${fact}`),
  ]),
]

/** What a column tells, by its documented name. */
export const ImportTarget = z.enum(importTargets)
export type ImportTarget = z.infer<typeof ImportTarget>

/** The columns that every CSV must have. */
export const neededTargets: readonly ImportTarget[] = [
  ...['mrn', 'familyName', 'givenName', 'birthDate', 'sex'],
  ...['externalId', 'referrerName', 'receivedOn', 'reason'],
]

/** Each column of the file, in its order, with what it tells; null leaves it out. */
export const ImportMapping = z.strictObject({
  columns: z
    .array(z.strictObject({ column: z.string(), to: ImportTarget.nullable() }))
    .min(1)
    .max(1000),
})
export type ImportMapping = z.infer<typeof ImportMapping>

/** Where an import is: uploaded, tried (`checking`, then `checked`), stored (`importing`, then `done`), or ended before that. */
export const ImportState = z.enum([
  'staged',
  'checking',
  'checked',
  'importing',
  'done',
  'cancelled',
  'failed',
])
export type ImportState = z.infer<typeof ImportState>

/** How many rows were read, and what became of them; `skipped` are there already, `patients` are new ones. A dry run tells what would be. */
export const ImportCounts = z.strictObject({
  rows: z.int(),
  imported: z.int(),
  skipped: z.int(),
  refused: z.int(),
  patients: z.int(),
})
export type ImportCounts = z.infer<typeof ImportCounts>

/** An import as it is now; `read` of `bytes` tells its progress, `listedErrors` how many errors can be downloaded, `failure` why it failed. */
export const Import = z.strictObject({
  id: z.uuid(),
  state: ImportState,
  format: z.enum(['csv', 'ndjson']),
  bytes: z.int(),
  read: z.int(),
  counts: ImportCounts.nullable(),
  listedErrors: z.int(),
  failure: z.string().nullable(),
  createdBy: Author,
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
})
export type Import = z.infer<typeof Import>

/** The newest imports, at most 50. */
export const Imports = z.strictObject({ imports: z.array(Import) })
export type Imports = z.infer<typeof Imports>

/** What is wrong in a line, by its column; never what it holds. `column` is empty when the whole line is meant. */
export const ImportError = z.strictObject({
  line: z.int(),
  column: z.string(),
  reason: z.string(),
})
export type ImportError = z.infer<typeof ImportError>

/** The first errors of an import in the order of their lines, to be shown; all of them can be downloaded. */
export const FirstImportErrors = z.strictObject({ errors: z.array(ImportError).max(50) })
export type FirstImportErrors = z.infer<typeof FirstImportErrors>

/** A line as it would be read: the referral with how it would stand, or what is wrong in it. `cells` are the line's, in the order of the columns; NDJSON has none. */
export const PreviewRow = z.strictObject({
  line: z.int(),
  cells: z.array(z.string()),
  referral: ImportedReferral.nullable(),
  outcome: WorklistOutcome.nullable(),
  errors: z.array(ImportError),
})
export type PreviewRow = z.infer<typeof PreviewRow>

/** How the file is read, and its first ten rows; NDJSON has no delimiter and no columns. `lacking` are needed columns that no column is mapped to. */
export const ImportPreview = z.strictObject({
  format: Import.shape.format,
  delimiter: z.enum([',', ';', '\t', '|']).nullable(),
  byteOrderMark: z.boolean(),
  columns: z.array(ImportMapping.shape.columns.element),
  lacking: z.array(ImportTarget),
  rows: z.array(PreviewRow).max(10),
})
export type ImportPreview = z.infer<typeof ImportPreview>
