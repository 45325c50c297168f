import { z } from 'zod'
import { statuses } from './criterion.ts'
import { Day } from './day.ts'
import { type Fact, LevelName } from './facts.ts'
import { outcomes } from './outcome.ts'
import { factsInOrder } from './questions.ts'
import { SourceCited } from './source.ts'

const FactName = z.enum(factsInOrder as [Fact, ...Fact[]])
const CriterionName = z.enum([
  'active-fracture-on-mri',
  'failed-conservative-care',
  'no-significant-retropulsion',
  'severe-pain-limiting-life',
])
const OutcomeName = z.enum(outcomes)

/** A day worked out from a recorded one; it may lie beyond the days that can be recorded. */
const DayAhead = z.iso.date()

/** How one criterion stands for one level, why, what it lacks, and what it rests on. */
export const CriterionResult = z.strictObject({
  id: CriterionName,
  requires: z.string(),
  status: z.enum(statuses),
  code: z.string(),
  because: z.string(),
  missing: z.array(FactName),
  sources: z.array(SourceCited).readonly(),
  reading: z.string(),
  notYet: z.boolean(),
  canBeMetOn: DayAhead.nullable(),
  wouldChange: z.string().nullable(),
})
export type CriterionResult = z.infer<typeof CriterionResult>

/** One level's own outcome with its four criteria, in their order. */
export const LevelResult = z.strictObject({
  level: LevelName,
  outcome: OutcomeName,
  because: z.string(),
  criteria: z.array(CriterionResult),
})
export type LevelResult = z.infer<typeof LevelResult>

/** A fact that is not recorded and a criterion asks for; `decisive` when some answer could still change the outcome. */
export const MissingFact = z.strictObject({
  fact: FactName,
  level: LevelName.optional(),
  question: z.string(),
  decisive: z.boolean(),
})
export type MissingFact = z.infer<typeof MissingFact>

/** One of the smallest set of facts that would settle the outcome, with what each answer to it alone leads to. */
export const SettlingFact = z.strictObject({
  fact: FactName,
  level: LevelName.optional(),
  question: z.string(),
  answers: z.array(z.strictObject({ answer: z.string(), leadsTo: OutcomeName })).readonly(),
})
export type SettlingFact = z.infer<typeof SettlingFact>

/** A missing fact that no longer matters for the outcome, with what already decides; `criterion` when one does. */
export const FactNotToChase = z.strictObject({
  fact: FactName,
  level: LevelName.optional(),
  criterion: CriterionName.optional(),
  because: z.string(),
})
export type FactNotToChase = z.infer<typeof FactNotToChase>

const Remark = z.strictObject({
  id: z.string(),
  says: z.string(),
  sources: z.array(SourceCited).readonly(),
})

/** The answer to a screening: the outcome, why, what is missing, what would settle it, and what it rests on. Days are `YYYY-MM-DD`. */
export const ScreeningResult = z.strictObject({
  outcome: OutcomeName,
  urgent: z.boolean(),
  headline: z.string().max(140),
  assessedOn: Day,
  ruleset: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
  levels: z.array(LevelResult),
  missing: z.array(MissingFact),
  noNeedToChase: z.array(FactNotToChase),
  settles: z.array(SettlingFact),
  nextChange: z.strictObject({ on: DayAhead, what: z.string() }).nullable(),
  redFlags: z.array(z.strictObject({ fact: FactName, says: z.string(), urgent: z.boolean() })),
  cautions: z.array(
    z.strictObject({ id: z.string(), level: LevelName.optional(), says: z.string() }),
  ),
  documentationGaps: z.array(
    z.strictObject({ fact: FactName, level: LevelName.optional(), says: z.string() }),
  ),
  notRecordedSafetyChecks: z.array(z.strictObject({ fact: FactName, question: z.string() })),
  advisories: z.array(Remark.extend({ standing: z.boolean() })),
  conflicts: z.array(Remark),
})
export type ScreeningResult = z.infer<typeof ScreeningResult>
