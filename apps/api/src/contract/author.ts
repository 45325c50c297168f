import { z } from 'zod'

/** What an account may do: surgeons and navigators screen, admins look after accounts and audits. */
export const Role = z.enum(['surgeon', 'navigator', 'admin'])
export type Role = z.infer<typeof Role>

/** Who did something, as others see it. */
export const Author = z.strictObject({ displayName: z.string(), role: Role })
export type Author = z.infer<typeof Author>

/** A colleague who can own referrals and tasks. */
export const Person = Author.extend({ id: z.uuid() })
export type Person = z.infer<typeof Person>

/** The colleagues whose accounts are in use. */
export const People = z.strictObject({ people: z.array(Person) })
export type People = z.infer<typeof People>
