import { z } from 'zod'
import { Author } from './author.ts'

/** How the clinic has chosen to work. Blind first: a surgeon's impression is asked for before the outcome is shown. */
export const NewClinicSettings = z.strictObject({ blindFirst: z.boolean() })
export type NewClinicSettings = z.infer<typeof NewClinicSettings>

/** The settings as they are, and who changed them last; nobody has while they are as they come. */
export const ClinicSettings = NewClinicSettings.extend({
  changed: z.strictObject({ at: z.iso.datetime(), by: Author }).nullable(),
})
export type ClinicSettings = z.infer<typeof ClinicSettings>
