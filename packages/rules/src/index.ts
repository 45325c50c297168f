/**
 * The documented criteria for kyphoplasty as pure functions: no clock, no I/O, no environment.
 * `Findings` checks what is sent, `screen` answers it, `ruleset` says by which rules.
 */

export { surelyAccepts } from './accepts.ts'
export { type Atlas, type CriterionTable, makeAtlas } from './atlas/atlas.ts'
export { type FactRead, readersOfFacts } from './atlas/readers.ts'
export { type Brief, screenBriefly } from './brief.ts'
export type { Status } from './criterion.ts'
export { addDays, Day, daysBetween, writeDay, writeDays } from './day.ts'
export {
  CareModality,
  CareResponse,
  Cause,
  EarlyException,
  type Fact,
  type LevelFact,
  LevelFacts,
  LevelName,
  MriFinding,
  OtherImaging,
  PainScale,
  PainSeverity,
  PainTrend,
  type PatientFact,
  PatientFacts,
  PosteriorWall,
  Retropulsion,
  vertebraeInOrder,
} from './facts.ts'
export { checkFindings, Findings, readFindings } from './findings.ts'
export { consentRisks, handout, type PatientStatement } from './handout.ts'
export { type Outcome, outcomes } from './outcome.ts'
export { type Question, questions } from './questions.ts'
export { type RedFlagFact, redFlagFacts } from './red-flags.ts'
export { pointerTo, type Refusal, refusalsOf } from './refusal.ts'
export {
  CriterionResult,
  FactNotToChase,
  LevelResult,
  MissingFact,
  ScreeningResult,
  SettlingFact,
} from './result.ts'
export { Ruleset, ruleset } from './ruleset.ts'
export { screen, screenPlain } from './screen.ts'
export { documents, type Source } from './source.ts'
export { type TimelineDay, timeline, timelineInBrief } from './timeline.ts'
export type { StatusChange } from './write-changes.ts'
