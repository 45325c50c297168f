import { type Judgement, judge } from './criteria.ts'
import type { Seen } from './criterion.ts'
import type { Day } from './day.ts'
import type { PatientFacts } from './facts.ts'
import { outcomeOfScreening } from './outcome.ts'
import { type LevelStanding, levelStanding, type ScreeningStanding } from './standing.ts'

/** A later day, how many days later it is, and what is then known of the patient. */
export type Later = { on: Day; days: number; patient: PatientFacts }

/** The days from which the calendar alone gives the criteria of the patient and those of each level another reason, where there is one. */
export type Held = {
  readonly care: Day | undefined
  readonly pain: Day | undefined
  readonly levels: readonly { fracture: Day | undefined; retropulsion: Day | undefined }[]
}

/** Moves a standing to a later day: only the judgements that hold until that day are made anew, the patient's once. */
export function standingLater(
  { levels, redFlags }: ScreeningStanding,
  later: Later,
  held: Held,
): ScreeningStanding {
  const screening = { levelCount: levels.length, redFlagged: redFlags.length > 0 }
  const standings: LevelStanding[] = []
  let care: Judgement | undefined
  let pain: Judgement | undefined
  for (let at = 0; at < levels.length; at++) {
    const { level, seen, judgements } = levels[at] as LevelStanding
    const until = held.levels[at] as Held['levels'][number]
    const then = seenLater(seen, later)
    care ??= judgedLater(judgements[1], held.care, then)
    pain ??= judgedLater(judgements[3], held.pain, then)
    const judged = [
      judgedLater(judgements[0], until.fracture, then),
      care,
      judgedLater(judgements[2], until.retropulsion, then),
      pain,
    ] as const
    standings.push(levelStanding(level, then, judged, screening))
  }
  return { outcome: outcomeOfScreening(standings), redFlags, levels: standings }
}

function seenLater({ level, oldestFractureDays: oldest }: Seen, { on, days, patient }: Later) {
  const oldestFractureDays = oldest === undefined ? undefined : oldest + days
  return { assessedOn: on, patient, level, oldestFractureDays }
}

const judgedLater = (judgement: Judgement, until: Day | undefined, then: Seen): Judgement =>
  until === then.assessedOn ? judge(judgement.criterion, then) : judgement
