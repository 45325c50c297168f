import type { Referral } from '../../../apps/api/src/contract.ts'
import type { Chance } from './chance.ts'
import type { Asked, Clinic } from './clinic.ts'
import type { Told } from './told.ts'

/** A screening that was recorded, and the decision that stands on it. */
export type Screened = { id: string; patientId: string; decision: string | null }

/** The day so far: who there is, and what was made. */
export type Acting = {
  clinic: Clinic
  chance: Chance
  patients: string[]
  screenings: Screened[]
  referrals: Referral[]
  /** A number that was not given before. */
  next: () => number
}

/** One thing that somebody does. */
export type Act = (acting: Acting) => Promise<unknown>

export const [surgeon, navigator, admin] = ['demo-surgeon', 'demo-navigator', 'demo-admin']

/** Anybody who is signed in. */
export const anybody = ({ chance }: Acting): string => chance.of([surgeon, navigator, admin])

/** Anybody who may record. */
export const recorder = ({ chance }: Acting): string => chance.of([surgeon, navigator])

/** Something that is answered well and told once. */
export const done = (
  as: string,
  send: Asked['send'],
  told: Partial<Told>,
  status = 200,
): Asked => ({ as, send, status, told: () => [told] })

const actions: Record<string, Told['action']> = {
  'wrong-sign-in': 'sign-in-failed',
  'wrong-password': 'password-not-confirmed',
}

/** Something that is refused, and told as that. */
export const refused = (
  as: string | null,
  send: Asked['send'],
  [status, reason, operation]: readonly [number, string, string],
  headers?: Record<string, string>,
): Asked => ({
  as,
  send,
  status,
  ...(headers && { headers }),
  told: () => [
    {
      action: actions[reason] ?? 'refusal',
      on: `operation/${operation}`,
      outcome: 'refused',
      reason,
    },
  ],
})
