import { z } from 'zod'
import { Author } from './author.ts'
import { DecisionKind } from './decision-kind.ts'
import { prose } from './texts.ts'

/** What a surgeon would decide from the findings alone, before the outcome is shown. */
export const NewImpression = z.strictObject({ kind: DecisionKind, note: prose(2000).nullable() })
export type NewImpression = z.infer<typeof NewImpression>

/** A recorded impression; it is never changed, and it is no decision. */
export const Impression = z.strictObject({
  kind: DecisionKind,
  note: z.string().nullable(),
  recordedAt: z.iso.datetime(),
  recordedBy: Author,
})
export type Impression = z.infer<typeof Impression>
