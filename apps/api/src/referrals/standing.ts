import { type Day, screen } from '@kyphoscreen/rules'
import { Prisma } from '../../generated/prisma/client.ts'
import type { GatheredFact, Standing } from '../contract.ts'
import { dateOf } from '../stored-day.ts'
import { columnsOfDay } from './columns-of-day.ts'
import { decisiveConflicts } from './decisive-conflicts.ts'
import { keptFacts, patientFacts } from './evidence-kept.ts'
import { aheadOf } from './standing-calendar.ts'
import { findingsOn } from './standing-findings.ts'
import { urgentAlone } from './urgent-alone.ts'

/** Tells how a referral stands on a day: screened, or why it cannot be. */
export function standingOf(facts: readonly GatheredFact[], birthDate: Day, today: Day): Standing {
  const kept = keptFacts(facts)
  if (kept === null) return { state: 'no-level', asOf: today }
  const read = findingsOn(kept, birthDate, today)
  if (!read.accepted) return { state: 'contradiction', asOf: today, refusals: read.refusals }
  const result = screen(read.findings)
  const { readyOn, closesOn } = aheadOf(kept, birthDate, read.findings, result.nextChange?.on)
  const inDoubt = decisiveConflicts(facts, birthDate, today).map(({ fact, level }) => ({
    fact,
    level,
  }))
  return { state: 'screened', asOf: today, result, readyOn, closesOn, inDoubt }
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
    urgent: kept === null ? urgentAlone(patientFacts(facts), today) : columns.urgent,
    facts: kept === null ? Prisma.DbNull : (kept as unknown as Prisma.InputJsonObject),
    conflicts: conflictsIn(facts),
    nextChangeOn: dateOrNull(columns.nextChangeOn),
    readyOn: dateOrNull(columns.readyOn),
    closesOn: dateOrNull(columns.closesOn),
    screenedOn: dateOf(columns.screenedOn),
  }
}
