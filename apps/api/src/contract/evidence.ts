import {
  Day,
  type Fact,
  LevelFacts,
  LevelName,
  PatientFacts,
  ScreeningResult,
} from '@kyphoscreen/rules'
import { z } from 'zod'
import { Author } from './author.ts'
import { exactLine, line, prose } from './texts.ts'

/**
 * The evidence of a referral: every recorded fact with where it came from. What two sources say
 * differently stays two, and counts as not recorded until a person chooses one, with a reason.
 */

const patientFacts = PatientFacts.keyof().exclude(['ageYears'])
const levelFacts = LevelFacts.keyof().exclude(['level'])

/** A fact that a referral can hold; the age is taken from the birth date. */
export const EvidencedFact = z.enum([...patientFacts.options, ...levelFacts.options])
export type EvidencedFact = z.infer<typeof EvidencedFact>

/** Tells whether a fact belongs to a fractured level; otherwise it belongs to the patient. */
export const isOfALevel = (fact: Fact): boolean => Object.hasOwn(levelFacts.enum, fact)

/** Where facts came from: a document, a phone call or an examination, which one, and of what day. */
export const Origin = z.strictObject({
  kind: z.enum(['document', 'phone-call', 'examination']),
  name: exactLine(200),
  on: Day,
})
export type Origin = z.infer<typeof Origin>

/** Facts as one source tells them; `levels` may name a level without a fact, which makes it part of the referral. */
export const NewEvidence = z.strictObject({
  origin: Origin,
  patient: PatientFacts.omit({ ageYears: true }).optional(),
  levels: z.array(LevelFacts).max(29).optional(),
})
export type NewEvidence = z.infer<typeof NewEvidence>

/** What a person ruled on one piece of evidence: chosen over others, or withdrawn as entered by mistake. */
export const Ruling = z.strictObject({ reason: z.string(), by: Author, at: z.iso.datetime() })
export type Ruling = z.infer<typeof Ruling>

/** What one source says of one fact; `id` is that of the source's entry, which may tell more facts; `value` is as the fact's schema has it. */
export const Evidence = z.strictObject({
  id: z.uuid(),
  value: z.json(),
  origin: Origin,
  enteredBy: Author,
  enteredAt: z.iso.datetime(),
  chosen: Ruling.nullable(),
  withdrawn: Ruling.nullable(),
})
export type Evidence = z.infer<typeof Evidence>

/** A fact with all its evidence: `recorded` with the value that counts, in `conflict`, or `withdrawn` altogether; both of these count as not recorded. */
export const GatheredFact = z.strictObject({
  fact: z.union([EvidencedFact, z.literal('level')]),
  level: LevelName.nullable(),
  status: z.enum(['recorded', 'conflict', 'withdrawn']),
  value: z.json().optional(),
  evidence: z.array(Evidence),
})
export type GatheredFact = z.infer<typeof GatheredFact>

/** Why what one source says of one fact is chosen or withdrawn; `evidenceId` names the source's entry. */
export const NewRuling = z.strictObject({
  evidenceId: z.uuid(),
  fact: GatheredFact.shape.fact,
  level: LevelName.nullable(),
  kind: z.enum(['chosen', 'withdrawn']),
  reason: prose(1000),
})
export type NewRuling = z.infer<typeof NewRuling>

/** How a referral stands as of a day: screened, or why it cannot be; that is never an outcome. `inDoubt` are the facts in conflict that the outcome or its urgency depends on. */
export const Standing = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('screened'),
    asOf: Day,
    result: ScreeningResult,
    readyOn: z.iso.date().nullable(),
    closesOn: z.iso.date().nullable(),
    inDoubt: z.array(GatheredFact.pick({ fact: true, level: true })),
  }),
  z.strictObject({ state: z.literal('no-level'), asOf: Day }),
  z.strictObject({
    state: z.literal('contradiction'),
    asOf: Day,
    refusals: z.array(z.strictObject({ pointer: z.string(), reason: z.string() })),
  }),
])
export type Standing = z.infer<typeof Standing>

/** The same as whoever reads it may see it: withheld from a surgeon until their impression is recorded. */
export const ShownStanding = z.discriminatedUnion('state', [
  ...Standing.options,
  z.strictObject({ state: z.literal('withheld'), asOf: Day }),
])
export type ShownStanding = z.infer<typeof ShownStanding>

/** The reply to the referrer: the decisive missing items, why each is needed, and when to follow up. */
export const ReplyDraft = z.strictObject({
  text: z.string(),
  items: z.array(
    z.strictObject({
      fact: z.string(),
      level: LevelName.nullable(),
      asks: z.string(),
      why: z.string(),
    }),
  ),
  followUpOn: Day,
})
export type ReplyDraft = z.infer<typeof ReplyDraft>

/** A reply to record as sent to the referrer, with the follow-up task it proposes, or none. */
export const NewReply = z.strictObject({
  text: prose(16_000),
  by: z.enum(['copied', 'printed']),
  followUp: z.strictObject({ what: line(200), dueOn: Day }).nullable(),
})
export type NewReply = z.infer<typeof NewReply>
