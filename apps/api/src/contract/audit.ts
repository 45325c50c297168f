import { z } from 'zod'
import { AuditAction, AuditGroup, AuditOutcome } from './audit-action.ts'
import { Author, Role } from './author.ts'
import { NewPatient } from './patient.ts'

/** The log of who did what, as admins read it; a sequence counts its entries from 1. */

const Sequence = z.int().min(1)

/** Whose entries are meant: an account's, or those of nobody who was signed in. */
export const AuditPersonFilter = z.union([z.uuid(), z.literal('nobody')])
export type AuditPersonFilter = z.infer<typeof AuditPersonFilter>

/** Which entries are meant; null leaves a filter open. `from` is included, `until` is not. */
export const AuditFilter = z.strictObject({
  patientId: z.uuid().nullable(),
  person: AuditPersonFilter.nullable(),
  group: AuditGroup.nullable(),
  outcome: AuditOutcome.nullable(),
  from: z.iso.datetime().nullable(),
  until: z.iso.datetime().nullable(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

/** A page of the entries that are meant: the newest, or those older or newer than an entry. */
export const AuditSearch = AuditFilter.extend({
  page: z.union([
    z.literal('newest'),
    z.strictObject({ olderThan: Sequence }),
    z.strictObject({ newerThan: Sequence }),
  ]),
})
export type AuditSearch = z.infer<typeof AuditSearch>

/** Who did it, by the name and role of that moment; `displayName` as the account is called today. */
export const AuditPerson = z.strictObject({
  accountId: z.uuid(),
  username: z.string(),
  role: Role,
  displayName: z.string().nullable(),
})
export type AuditPerson = z.infer<typeof AuditPerson>

/** The patient an entry is about; `known` is null when there is no such patient. */
export const AuditPatient = z.strictObject({
  id: z.uuid(),
  known: NewPatient.pick({ mrn: true, familyName: true, givenName: true }).nullable(),
})
export type AuditPatient = z.infer<typeof AuditPatient>

/** One entry of the log; `shown` counts the patients whom a list showed, `sealed` tells whether there are details. */
export const AuditEntry = z.strictObject({
  sequence: Sequence,
  at: z.iso.datetime(),
  who: AuditPerson.nullable(),
  action: AuditAction,
  on: z.strictObject({ kind: z.string(), id: z.string() }).nullable(),
  patient: AuditPatient.nullable(),
  shown: z.int(),
  outcome: AuditOutcome,
  ruleset: z.strictObject({ version: z.string(), hash: z.string() }).nullable(),
  reason: z.string().nullable(),
  address: z.string().nullable(),
  requestId: z.string().nullable(),
  sealed: z.boolean(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** How many entries there are; `more` when there are more than were counted. */
export const AuditTotal = z.strictObject({ count: z.int(), more: z.boolean() })
export type AuditTotal = z.infer<typeof AuditTotal>

/** A page of the log, newest first; `older` and `newer` lead to the pages beside it, null where there is none. */
export const AuditPage = z.strictObject({
  entries: z.array(AuditEntry).max(50),
  total: AuditTotal,
  older: Sequence.nullable(),
  newer: Sequence.nullable(),
})
export type AuditPage = z.infer<typeof AuditPage>

/** What an entry seals: nothing, the details themselves, or details that were erased; `holds` tells whether they are what was sealed. */
export const AuditDetails = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({ state: z.literal('kept'), holds: z.boolean(), told: z.json() }),
  z.strictObject({ state: z.literal('erased') }),
])
export type AuditDetails = z.infer<typeof AuditDetails>

/** One entry with the patients whom it showed and its details, and whether its own hash still fits it. */
export const AuditEntryRead = z.strictObject({
  entry: AuditEntry,
  shown: z.array(AuditPatient),
  details: AuditDetails,
  hash: z.hex(),
  hashHolds: z.boolean(),
})
export type AuditEntryRead = z.infer<typeof AuditEntryRead>

/** Everybody who has or had an account. */
export const AuditPeople = z.strictObject({
  people: z.array(Author.extend({ id: z.uuid(), username: z.string(), inUse: z.boolean() })),
})
export type AuditPeople = z.infer<typeof AuditPeople>

/** What is wrong with the log, and at which entry it shows first. */
export const AuditFault = z.strictObject({
  what: z.enum([
    ...(['gap', 'chain', 'columns', 'details', 'checkpoint', 'rolled-back', 'rewritten'] as const),
    'unguarded',
  ]),
  sequence: z.int(),
})
export type AuditFault = z.infer<typeof AuditFault>

const Point = z.strictObject({ size: z.int(), at: z.iso.datetime() })

/**
 * How far the log can be relied on: how many entries it has, up to which the last checkpoint is signed and the last check
 * went, whether a check is under way or the last one could not be finished, and the first fault. `copies` counts the places that checkpoints are kept in.
 */
export const AuditIntegrity = z.strictObject({
  entries: z.int(),
  signed: Point.nullable(),
  checked: Point.nullable(),
  checking: z.boolean(),
  unfinished: z.boolean(),
  fault: AuditFault.nullable(),
  copies: z.int(),
})
export type AuditIntegrity = z.infer<typeof AuditIntegrity>

/** What to export: the entries that are meant, as a table or as FHIR R4 AuditEvents, one a line. */
export const AuditExport = AuditFilter.extend({ format: z.enum(['csv', 'fhir']) })
export type AuditExport = z.infer<typeof AuditExport>
