import { Day } from '@kyphoscreen/rules'
import { z } from 'zod'
import { Author, Person } from './author.ts'
import { GatheredFact, ShownStanding } from './evidence.ts'
import { Patient } from './patient.ts'
import { ReferralDocument, Task } from './referral-work.ts'
import { exactLine, prose } from './texts.ts'

/** Where a referral is on its way. */
export const ReferralState = z.enum([
  'new',
  'in-triage',
  'waiting-for-information',
  'ready-for-surgeon',
  'decided',
  'closed',
])
export type ReferralState = z.infer<typeof ReferralState>

/** The steps that are legal from each state. */
export const legalSteps = {
  new: ['in-triage', 'closed'],
  'in-triage': ['waiting-for-information', 'ready-for-surgeon', 'closed'],
  'waiting-for-information': ['in-triage', 'ready-for-surgeon', 'closed'],
  'ready-for-surgeon': ['in-triage', 'waiting-for-information', 'decided', 'closed'],
  decided: ['ready-for-surgeon', 'closed'],
  closed: ['in-triage'],
} as const satisfies Record<ReferralState, readonly ReferralState[]>

/** How soon a referral is to be looked at. */
export const Priority = z.enum(['routine', 'soon', 'urgent'])
export type Priority = z.infer<typeof Priority>

/** Who sent a referral, and how to reach them. */
export const Referrer = z.strictObject({
  name: exactLine(200),
  organisation: exactLine(200).nullable(),
  phone: exactLine(40).nullable(),
  fax: exactLine(40).nullable(),
})
export type Referrer = z.infer<typeof Referrer>

/** A referral to take in; `externalId` is the sender's own id of it, unique in the clinic. */
export const NewReferral = z.strictObject({
  patientId: z.uuid(),
  externalId: exactLine(100).nullable(),
  referrer: Referrer,
  receivedOn: Day,
  reason: prose(4000),
  priority: Priority,
  ownerId: z.uuid().nullable(),
  dueOn: Day.nullable(),
})
export type NewReferral = z.infer<typeof NewReferral>

/** What can be changed of a referral; a field that is left out stays. Findings and states have routes of their own. */
export const ReferralChange = NewReferral.pick({
  referrer: true,
  receivedOn: true,
  reason: true,
  priority: true,
  ownerId: true,
  dueOn: true,
}).partial()
export type ReferralChange = z.infer<typeof ReferralChange>

/** A step to another state, and why. */
export const NewStep = z.strictObject({ to: ReferralState, why: prose(1000) })
export type NewStep = z.infer<typeof NewStep>

/** One event of a referral: what was done, from what to what, by whom, when and why. */
export const ReferralEvent = z.strictObject({
  sequence: z.string(),
  kind: z.enum([
    'received',
    'imported',
    'step',
    'change',
    'note',
    'document',
    'task',
    'evidence',
    'ruling',
    'reply',
    'screening',
  ]),
  what: z.string(),
  from: z.json().nullable(),
  to: z.json().nullable(),
  why: z.string().nullable(),
  by: Author,
  at: z.iso.datetime(),
})
export type ReferralEvent = z.infer<typeof ReferralEvent>

/** How many events a referral is given with, the latest ones; what was done before stays in the database. */
export const mostEvents = 500

/** A referral as it is now; `version` is what its ETag names. */
export const Referral = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  patient: Patient,
  externalId: z.string().nullable(),
  referrer: Referrer,
  receivedOn: Day,
  reason: z.string(),
  priority: Priority,
  owner: Person.nullable(),
  dueOn: Day.nullable(),
  state: ReferralState,
  legalSteps: z.array(ReferralState).readonly(),
  facts: z.array(GatheredFact),
  standing: ShownStanding,
  documents: z.array(ReferralDocument),
  tasks: z.array(Task),
  events: z.array(ReferralEvent),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
})
export type Referral = z.infer<typeof Referral>

/** Referrals to give one owner at once, each with the version that was seen; a changed one stays as it is and is named. */
export const BulkAssign = z.strictObject({
  referrals: z
    .array(z.strictObject({ id: z.uuid(), version: z.int() }))
    .min(1)
    .max(100),
  ownerId: z.uuid().nullable(),
})
export type BulkAssign = z.infer<typeof BulkAssign>

export const BulkAssigned = z.strictObject({
  assigned: z.array(z.uuid()),
  changedMeanwhile: z.array(z.uuid()),
})
export type BulkAssigned = z.infer<typeof BulkAssigned>
