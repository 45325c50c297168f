import { z } from 'zod'

/** What a surgeon can decide on a screening. */
export const DecisionKind = z.enum([
  'plan-kyphoplasty',
  'defer',
  'more-information',
  'not-pursued',
  'referred-elsewhere',
])
export type DecisionKind = z.infer<typeof DecisionKind>
