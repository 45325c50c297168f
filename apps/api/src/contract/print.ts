import { z } from 'zod'

/** What can be printed or copied that is about a patient. */
export const PrintedKind = z.enum(['patient', 'screening', 'handout', 'note', 'referral'])
export type PrintedKind = z.infer<typeof PrintedKind>

const PrintedRecord = z.strictObject({
  kind: PrintedKind,
  id: z.uuid(),
  how: z.enum(['printed', 'copied']),
})

/** A page of the log, narrowed to a patient or not. */
const PrintedLog = z.strictObject({
  kind: z.literal('log'),
  patientId: z.uuid().nullable(),
  how: z.literal('printed'),
})

/** That a person printed something or copied it elsewhere: what it was, and of which record. */
export const NewPrint = z.discriminatedUnion('kind', [PrintedRecord, PrintedLog])
export type NewPrint = z.infer<typeof NewPrint>
