import { z } from 'zod'

/** What can be printed or copied that is about a patient. */
export const PrintedKind = z.enum(['patient', 'screening', 'handout', 'note', 'referral'])
export type PrintedKind = z.infer<typeof PrintedKind>

/** That a person printed something or copied it elsewhere: what it was, and of which record. */
export const NewPrint = z.strictObject({
  kind: PrintedKind,
  id: z.uuid(),
  how: z.enum(['printed', 'copied']),
})
export type NewPrint = z.infer<typeof NewPrint>
