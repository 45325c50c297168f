import { nextDayOf } from './calendar.ts'
import type { Day } from './day.ts'
import { acceptedFindings, type Findings } from './findings.ts'
import { fromTheHeadDown, levelsAsked } from './level-told.ts'
import { placeOf } from './missing.ts'
import type { Outcome } from './outcome.ts'
import { areUrgent } from './red-flags.ts'
import type { MissingFact } from './result.ts'
import { standing } from './standing.ts'
import { decisiveOf } from './to-ask.ts'

/** What a result comes to where nobody reads its words. */
export type Brief = {
  outcome: Outcome
  urgent: boolean
  /** The facts that are not recorded and could still change the outcome, in the order of the result. */
  decisive: Pick<MissingFact, 'fact' | 'level'>[]
  nextChangeOn: Day | undefined
}

/** Screens findings as `screen` does, without writing a word. */
export function screenBriefly(findings: Findings): Brief {
  const asGiven = standing(acceptedFindings(findings))
  const { stands, levels } = fromTheHeadDown(asGiven, levelsAsked(asGiven.levels))
  return {
    outcome: asGiven.outcome,
    urgent: areUrgent(asGiven.redFlags),
    decisive: decisiveOf(stands, levels).map(placeOf),
    nextChangeOn: nextDayOf(stands),
  }
}
