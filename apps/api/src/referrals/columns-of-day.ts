import { type Day, ruleset, screenBriefly } from '@kyphoscreen/rules'
import type { WorklistOutcome, WorklistRow } from '../contract.ts'
import type { KeptFacts } from './evidence-kept.ts'
import { type Ahead, aheadOf, endOfContradiction, nothingAhead } from './standing-calendar.ts'
import { findingsOn } from './standing-findings.ts'
import { urgentAlone } from './urgent-alone.ts'

/** The columns of a referral that follow from its kept facts and the day alone. */
export type ColumnsOfDay = Ahead &
  Pick<WorklistRow, 'urgent' | 'decisive'> & {
    outcome: WorklistOutcome
    screenedOn: Day
    rulesetHash: string
  }

const askForLevel = { fact: 'level', level: null }

/** Gives the columns that follow from kept facts on a day. */
export function columnsOfDay(kept: KeptFacts | null, birthDate: Day, today: Day): ColumnsOfDay {
  const made = { urgent: false, decisive: [], screenedOn: today, rulesetHash: ruleset.hash }
  if (kept === null)
    return { ...nothingAhead, ...made, outcome: 'no-level', decisive: [askForLevel] }
  const read = findingsOn(kept, birthDate, today)
  if (!read.accepted) {
    const urgent = urgentAlone(kept.patient, today)
    const ahead = endOfContradiction(kept, birthDate, today)
    return { ...ahead, ...made, urgent, outcome: 'contradiction' }
  }
  const { outcome, urgent, decisive, nextChangeOn } = screenBriefly(read.findings)
  return {
    ...aheadOf(kept, birthDate, read.findings, nextChangeOn),
    ...made,
    outcome,
    urgent,
    decisive: decisive.map(({ fact, level = null }) => ({ fact, level })),
  }
}
