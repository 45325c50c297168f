import { Day, LevelName, ScreeningResult } from '@kyphoscreen/rules'
import { z } from 'zod'
import { Author } from './author.ts'
import { DecisionKind } from './decision-kind.ts'
import { DepartureReason } from './departure-reasons.ts'
import { Impression } from './impression.ts'
import { prose } from './texts.ts'

const note = prose(2000)

/** What belongs to every decision; the password is the surgeon's own, typed again, and is never kept. */
const confirmed = {
  reason: DepartureReason.nullable(),
  replaces: z.uuid().nullable(),
  password: z.string().min(1).max(1024),
}

const eachOnce = z
  .array(LevelName)
  .refine(({ length }) => length > 0, { error: 'names no level; name at least one' })
  .refine((levels) => new Set(levels).size === levels.length, {
    error: 'names a level twice; name each once',
  })

/**
 * A decision to record. `note` says which facts are wanted with more information, and to whom a referral elsewhere
 * goes; with the other kinds it may be left null. `replaces` names the decision that this one corrects.
 */
export const NewDecision = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('plan-kyphoplasty'),
      levels: eachOnce,
      note: note.nullable(),
      ...confirmed,
    }),
    z.strictObject({ kind: z.literal('defer'), until: Day, note: note.nullable(), ...confirmed }),
    z.strictObject({ kind: z.literal('more-information'), note, ...confirmed }),
    z.strictObject({ kind: z.literal('not-pursued'), note: note.nullable(), ...confirmed }),
    z.strictObject({ kind: z.literal('referred-elsewhere'), note, ...confirmed }),
  ],
  { error: `must be one of: ${DecisionKind.options.join(', ')}` },
)
export type NewDecision = z.infer<typeof NewDecision>

/** A recorded decision: append-only, with the outcome and the ruleset version it was made on. A correction is a new decision that replaces it. */
export const Decision = z.strictObject({
  id: z.uuid(),
  screeningId: z.uuid(),
  kind: DecisionKind,
  levels: z.array(LevelName),
  until: Day.nullable(),
  note: z.string().nullable(),
  ...ScreeningResult.pick({ outcome: true, ruleset: true }).shape,
  departs: z.boolean(),
  reason: DepartureReason.nullable(),
  replaces: z.uuid().nullable(),
  replacedBy: z.uuid().nullable(),
  decidedAt: z.iso.datetime(),
  decidedBy: Author,
})
export type Decision = z.infer<typeof Decision>

/** Everything that was decided on a screening, newest first: the first one stands, each other was replaced. And what surgeons thought of it before its outcome was shown to them. */
export const Decisions = z.strictObject({
  decisions: z.array(Decision),
  impressions: z.array(Impression),
})
export type Decisions = z.infer<typeof Decisions>

/** The decision that stands on a screening, for a line in a list. */
export const StandingDecision = Decision.pick({
  id: true,
  kind: true,
  levels: true,
  until: true,
  departs: true,
  decidedAt: true,
  decidedBy: true,
})
export type StandingDecision = z.infer<typeof StandingDecision>
