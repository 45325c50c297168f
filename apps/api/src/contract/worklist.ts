import { Day, LevelName, ScreeningResult } from '@kyphoscreen/rules'
import { z } from 'zod'
import { Person } from './author.ts'
import { Patient } from './patient.ts'
import { Priority, ReferralState } from './referral.ts'
import { exactLine, line } from './texts.ts'

/** The lists of the worklist; the first six have a tile each. */
export const WorklistName = z.enum([
  'needs-information',
  'ready-for-surgeon',
  'becomes-ready',
  'window-closing',
  'overdue',
  'done',
  'open',
])
export type WorklistName = z.infer<typeof WorklistName>

/** Whose referrals: everyone's, mine, nobody's, or one colleague's. */
export const OwnerFilter = z.union([z.enum(['everyone', 'me', 'nobody']), z.uuid()])
export type OwnerFilter = z.infer<typeof OwnerFilter>

/** What is known of a referral's screening as of today; `no-level` and `contradiction` could not be screened. */
export const WorklistOutcome = z.enum([
  ...ScreeningResult.shape.outcome.options,
  'no-level',
  'contradiction',
])
export type WorklistOutcome = z.infer<typeof WorklistOutcome>

/** What a list can be sorted by; `closing` is the day the window of the fracture's age closes, soonest first. */
export const WorklistSort = z.strictObject({
  by: z.enum(['closing', 'due', 'received', 'name', 'next-change', 'changed']),
  direction: z.enum(['ascending', 'descending']),
})
export type WorklistSort = z.infer<typeof WorklistSort>

/** A list with its filters and its sort; what is searched for travels in the body, never in the URL. */
export const WorklistQuery = z.strictObject({
  list: WorklistName,
  owner: OwnerFilter,
  states: z.array(ReferralState).max(6),
  outcomes: z.array(WorklistOutcome).max(6),
  priorities: z.array(Priority).max(3),
  /** A whole MRN, or beginnings of names, of two characters or more. */
  text: line(100).nullable(),
  sort: WorklistSort,
})
export type WorklistQuery = z.infer<typeof WorklistQuery>

/** One page of a list: the first, the last, or the one after or before a mark that a page gave. */
export const WorklistPageAsked = WorklistQuery.extend({
  size: z.int().min(1).max(100),
  page: z.union([
    z.enum(['first', 'last']),
    z.strictObject({ after: z.string().max(500) }),
    z.strictObject({ before: z.string().max(500) }),
  ]),
})
export type WorklistPageAsked = z.infer<typeof WorklistPageAsked>

/**
 * One referral in a list. Its standing is as of `screenedOn`; `outOfDate` when the calendar or the rules have changed since,
 * as they may have for what is done or not screened again yet. `nextReason` says why the next change comes. While the
 * clinic works blind first, a surgeon's rows are without `outcome` and what would tell it.
 */
export const WorklistRow = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  patient: Patient.omit({ createdAt: true }),
  referrerName: z.string(),
  referrerOrganisation: z.string().nullable(),
  receivedOn: Day,
  priority: Priority,
  state: ReferralState,
  owner: Person.nullable(),
  dueOn: Day.nullable(),
  outcome: WorklistOutcome.nullable(),
  urgent: z.boolean(),
  conflicts: z.int(),
  decisive: z.array(z.strictObject({ fact: z.string(), level: LevelName.nullable() })),
  nextChangeOn: z.iso.date().nullable(),
  nextOutcome: ScreeningResult.shape.outcome.nullable(),
  nextReason: z.string().nullable(),
  screenedOn: Day,
  outOfDate: z.boolean(),
  readyOn: z.iso.date().nullable(),
  closesOn: z.iso.date().nullable(),
  changedAt: z.iso.datetime(),
})
export type WorklistRow = z.infer<typeof WorklistRow>

/** One line of a patient's referrals. */
export const ReferralSummary = WorklistRow.pick({
  id: true,
  referrerName: true,
  referrerOrganisation: true,
  receivedOn: true,
  priority: true,
  state: true,
  owner: true,
  dueOn: true,
  outcome: true,
  urgent: true,
  conflicts: true,
  changedAt: true,
})
export type ReferralSummary = z.infer<typeof ReferralSummary>

/** A patient's referrals, newest first. */
export const PatientReferrals = z.strictObject({ referrals: z.array(ReferralSummary) })
export type PatientReferrals = z.infer<typeof PatientReferrals>

const Sequence = z.string().regex(/^\d{1,19}$/)

/** Numbers of events that had been given out and not been written when a page was read; what still comes under them is news. */
export const Unsettled = z.array(z.strictObject({ from: Sequence, to: Sequence })).max(100)
export type Unsettled = z.infer<typeof Unsettled>

/** A page of a list with its total, as of a day; `since` and `unsettled` are what "news" are counted from, `beingUpdated` how many referrals are still to be screened for that day. */
export const WorklistPage = z.strictObject({
  rows: z.array(WorklistRow),
  total: z.int(),
  asOf: Day,
  since: z.string(),
  unsettled: Unsettled,
  beingUpdated: z.int(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type WorklistPage = z.infer<typeof WorklistPage>

/** How many referrals each tile's list holds. */
export const WorklistTiles = z.strictObject({
  asOf: Day,
  beingUpdated: z.int(),
  counts: z.record(WorklistName.exclude(['open']), z.int()),
})
export type WorklistTiles = z.infer<typeof WorklistTiles>

export const TilesAsked = z.strictObject({ owner: OwnerFilter })
export type TilesAsked = z.infer<typeof TilesAsked>

/** How many referrals of a list are new, or have been changed otherwise than in a list by whoever asks, since a page was read; counted up to ten thousand. */
export const NewsAsked = WorklistQuery.extend({
  since: Sequence,
  unsettled: Unsettled.default([]),
})
export type NewsAsked = z.infer<typeof NewsAsked>

export const News = z.strictObject({ new: z.int(), changed: z.int() })
export type News = z.infer<typeof News>

/** A list that somebody keeps under a name of their own. */
export const NewView = z.strictObject({ name: exactLine(60), query: WorklistQuery })
export type NewView = z.infer<typeof NewView>

/** A view that is kept; `query` is null when it was kept in a form that is no longer read, so that it cannot be opened. */
export const View = NewView.extend({ id: z.uuid(), query: WorklistQuery.nullable() })
export type View = z.infer<typeof View>

export const Views = z.strictObject({ views: z.array(View) })
export type Views = z.infer<typeof Views>
