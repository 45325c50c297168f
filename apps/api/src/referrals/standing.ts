import { type Day, ruleset, screen } from '@kyphoscreen/rules'
import { Prisma } from '../../generated/prisma/client.ts'
import type { GatheredFact, Standing, WorklistRow } from '../contract.ts'
import { dateOf } from '../stored-day.ts'
import { type KeptFacts, keptFacts } from './evidence-kept.ts'
import { type Ahead, aheadOf, endOfContradiction, nothingAhead } from './standing-calendar.ts'
import { findingsOn } from './standing-findings.ts'

/** The columns of a referral that follow from its kept facts and the day alone. */
export type ColumnsOfDay = Ahead &
  Pick<WorklistRow, 'outcome' | 'urgent' | 'decisive'> & { screenedOn: Day; rulesetHash: string }

/** Tells how a referral stands on a day: screened, or why it cannot be. */
export function standingOf(facts: readonly GatheredFact[], birthDate: Day, today: Day): Standing {
  const kept = keptFacts(facts)
  if (kept === null) return { state: 'no-level', asOf: today }
  const read = findingsOn(kept, birthDate, today)
  if (!read.accepted) return { state: 'contradiction', asOf: today, refusals: read.refusals }
  const result = screen(read.findings)
  const { readyOn, closesOn } = aheadOf(kept, birthDate, read.findings, result.nextChange?.on)
  return { state: 'screened', asOf: today, result, readyOn, closesOn }
}

const askForLevel = { fact: 'level', level: null }

/** Gives the columns that follow from kept facts on a day. */
export function columnsOfDay(kept: KeptFacts | null, birthDate: Day, today: Day): ColumnsOfDay {
  const made = { urgent: false, decisive: [], screenedOn: today, rulesetHash: ruleset.hash }
  if (kept === null)
    return { ...nothingAhead, ...made, outcome: 'no-level', decisive: [askForLevel] }
  const read = findingsOn(kept, birthDate, today)
  if (!read.accepted) {
    return { ...endOfContradiction(kept, birthDate, today), ...made, outcome: 'contradiction' }
  }
  const result = screen(read.findings)
  return {
    ...aheadOf(kept, birthDate, read.findings, result.nextChange?.on),
    ...made,
    outcome: result.outcome,
    urgent: result.urgent,
    decisive: result.missing
      .filter(({ decisive }) => decisive)
      .map(({ fact, level = null }) => ({ fact, level })),
  }
}

/** Counts the conflicts; a pain score and its scale are one. */
export const conflictsIn = (facts: readonly GatheredFact[]): number => {
  const inConflict = facts.filter(({ status }) => status === 'conflict').map(({ fact }) => fact)
  const both = inConflict.includes('painScore') && inConflict.includes('painScale')
  return inConflict.length - (both ? 1 : 0)
}

const dateOrNull = (day: Day | null) => (day === null ? null : dateOf(day))

/** Gives every derived column of a referral as of a day, as the database takes them. */
export function standingColumns(facts: readonly GatheredFact[], birthDate: Day, today: Day) {
  const kept = keptFacts(facts)
  const columns = columnsOfDay(kept, birthDate, today)
  return {
    ...columns,
    facts: kept === null ? Prisma.DbNull : (kept as unknown as Prisma.InputJsonObject),
    conflicts: conflictsIn(facts),
    nextChangeOn: dateOrNull(columns.nextChangeOn),
    readyOn: dateOrNull(columns.readyOn),
    closesOn: dateOrNull(columns.closesOn),
    screenedOn: dateOf(columns.screenedOn),
  }
}
