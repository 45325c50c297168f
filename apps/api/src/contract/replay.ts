import { z } from 'zod'
import { ReplayChange } from './replay-change.ts'

/** Recorded screenings screened again: under the rules they were recorded by, and under those in force. */

/**
 * What came of a screening under its own version: `identical` as canonical JSON, `different` at these JSON pointers and
 * columns, or not replayed, and why.
 */
export const ReplayedOwn = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('identical') }),
  z.strictObject({ is: z.literal('different'), at: z.array(z.string()) }),
  z.strictObject({
    is: z.literal('not-replayed'),
    why: z.enum(['rules-not-kept', 'rules-altered', 'findings-refused', 'rules-failed']),
  }),
])
export type ReplayedOwn = z.infer<typeof ReplayedOwn>

/**
 * What would change under the rules in force: nothing; the words alone; what is asked and remarked; how a criterion
 * stands; the outcome, also of one level, or its urgency. `not-screened` when they do not accept the findings;
 * `unreadable` when what is stored is no answer to compare with.
 */
export const replayKinds = [
  'same',
  'words',
  'remarks',
  'standing',
  'outcome',
  'not-screened',
  'unreadable',
] as const
export const ReplayKind = z.enum(replayKinds)
export type ReplayKind = z.infer<typeof ReplayKind>

/** One recorded screening that differs under its own version, or changes under the rules in force. */
export const ReplayedScreening = z.strictObject({
  id: z.uuid(),
  patientId: z.uuid(),
  recordedAt: z.iso.datetime(),
  version: z.string(),
  own: ReplayedOwn,
  kind: ReplayKind,
  change: ReplayChange.nullable(),
})
export type ReplayedScreening = z.infer<typeof ReplayedScreening>

const OwnCounts = z.strictObject({
  identical: z.int(),
  different: z.int(),
  notReplayed: z.int(),
})

/** How many screenings came out how, and how many were erased and left out; `flips` by outcome before and after, `through` by criterion. */
export const ReplayCounts = z.strictObject({
  done: z.int(),
  erased: z.int(),
  own: OwnCounts,
  versions: z.array(OwnCounts.extend({ version: z.string() })),
  kinds: z.record(ReplayKind, z.int()),
  flips: z.array(z.strictObject({ before: z.string(), after: z.string(), count: z.int() })),
  through: z.array(
    z.strictObject({
      criterion: z.string(),
      before: z.string(),
      after: z.string(),
      count: z.int(),
    }),
  ),
})
export type ReplayCounts = z.infer<typeof ReplayCounts>

/** One run over every recorded screening that there was when it began; of `total`, null until they are counted, so many are done. */
export const ReplayRun = z.strictObject({
  id: z.uuid(),
  state: z.enum(['running', 'finished', 'cancelled', 'failed']),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  total: z.int().nullable(),
  inForce: z.string(),
  counts: ReplayCounts,
})
export type ReplayRun = z.infer<typeof ReplayRun>

/** The last run since the server was started, or the one under way; null when there was none. */
export const Replay = z.strictObject({ run: ReplayRun.nullable() })
export type Replay = z.infer<typeof Replay>

/** Which screenings of the last run to list, and which page of them, from 1. */
export const ReplayAsked = z.strictObject({
  list: z.enum(['own', 'changed']),
  page: z.string().regex(/^[1-9]\d{0,3}$/),
})
export type ReplayAsked = z.infer<typeof ReplayAsked>

/** A page of the screenings of a run: so many there are, and so many of them are listed at most. */
export const ReplayList = z.strictObject({
  runId: z.uuid().nullable(),
  screenings: z.array(ReplayedScreening).max(50),
  page: z.int(),
  pages: z.int(),
  listed: z.int(),
  count: z.int(),
})
export type ReplayList = z.infer<typeof ReplayList>
