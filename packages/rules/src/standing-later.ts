import { type Judgement, judge } from './criteria.ts'
import type { Seen } from './criterion.ts'
import type { Day } from './day.ts'
import type { PatientFacts } from './facts.ts'
import { outcomeOfScreening } from './outcome.ts'
import { heldUntil, levelStanding, type ScreeningStanding } from './standing.ts'

/** A later day, how many days later it is, and what is then known of the patient. */
export type Later = { on: Day; days: number; patient: PatientFacts }

/** Moves a standing to the first later day on which the calendar alone changes a status: only the judgements that hold until that day are made anew, the patient's once. */
export function standingLater(
  { levels, redFlags }: ScreeningStanding,
  later: Later,
): ScreeningStanding {
  const screening = { levelCount: levels.length, redFlagged: redFlags.length > 0 }
  let care: Judgement | undefined
  let pain: Judgement | undefined
  const standings = levels.map(({ level, seen, judgements }) => {
    const then = seenLater(seen, later)
    care ??= judgedLater(judgements[1], seen, then)
    pain ??= judgedLater(judgements[3], seen, then)
    const judged = [
      judgedLater(judgements[0], seen, then),
      care,
      judgedLater(judgements[2], seen, then),
      pain,
    ] as const
    return levelStanding(level, then, judged, screening)
  })
  return { outcome: outcomeOfScreening(standings), redFlags, levels: standings }
}

function seenLater({ level, oldestFractureDays: oldest }: Seen, { on, days, patient }: Later) {
  const oldestFractureDays = oldest === undefined ? undefined : oldest + days
  return { assessedOn: on, patient, level, oldestFractureDays }
}

const judgedLater = (judgement: Judgement, seen: Seen, then: Seen): Judgement =>
  heldUntil(judgement, seen) === then.assessedOn ? judge(judgement.criterion, then) : judgement
