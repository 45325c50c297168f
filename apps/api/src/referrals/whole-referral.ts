import type { Prisma } from '../../generated/prisma/client.ts'
import { namedOnly } from './people.ts'

const mostEvents = 500

/** Everything that a referral is read with: its evidence and tasks as they came, its latest events first. */
export const whole = {
  patient: true,
  owner: namedOnly,
  evidence: {
    include: { enteredBy: namedOnly, rulings: { include: { by: namedOnly } } },
    orderBy: { id: 'asc' },
  },
  documents: { orderBy: { id: 'asc' } },
  tasks: {
    include: { owner: namedOnly, doneBy: namedOnly },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  },
  events: { include: { by: namedOnly }, orderBy: { sequence: 'desc' }, take: mostEvents },
} as const satisfies Prisma.ReferralInclude

/** A referral's row with everything that belongs to it. */
export type WholeReferral = Prisma.ReferralGetPayload<{ include: typeof whole }>

/** A referral's row with its evidence. */
export type WithEvidence = Prisma.ReferralGetPayload<{
  include: Pick<typeof whole, 'patient' | 'owner' | 'evidence'>
}>
