import { cautions } from './cautions.ts'
import type { Judgement } from './criteria.ts'
import { criterionNames } from './criterion-names.ts'
import type { FactAsked } from './missing.ts'
import { type RedFlagFact, redFlags } from './red-flags.ts'
import { further, keep, memoryOf } from './remembered.ts'
import type { FactNotToChase } from './result.ts'
import type { LevelStanding, ScreeningStanding } from './standing.ts'

/** What already decides, and the criterion that does, if one does. */
export type Decider = Pick<FactNotToChase, 'criterion' | 'because'>

function firstNotMet({ judgements }: LevelStanding) {
  const notMet = judgements.filter(({ reason }) => reason.status === 'not-met')
  return notMet.find(({ criterion }) => criterion.scope === 'patient') ?? notMet[0]
}

const decidersBefore = memoryOf<Decider>()

function notMet({ criterion }: Judgement, { level }: LevelStanding): Decider {
  const at = criterion.scope === 'level' ? level.level : undefined
  const place = further(further(decidersBefore.first, criterion), at)
  if (place.made !== undefined) return place.made
  return keep(decidersBefore, place, {
    criterion: criterion.id,
    because: `Already decided: ${criterionNames[criterion.id]} is not met${at === undefined ? '' : ` at ${at}`}.`,
  })
}

function toTheSurgeon({ level, judgements, cautions: [caution] }: LevelStanding): Decider {
  const weighed = judgements.find(({ reason }) => reason.status === 'needs-review')?.criterion.id
  const place = further(further(decidersBefore.first, level.level), caution ?? weighed)
  if (place.made !== undefined) return place.made
  const because = `Already decided: ${level.level} goes to the surgeon.`
  if (caution !== undefined) {
    return keep(decidersBefore, place, { because: `${because} ${cautions[caution]}` })
  }
  return keep(decidersBefore, place, { because, ...(weighed && { criterion: weighed }) })
}

function redFlagged(flag: RedFlagFact): Decider {
  const place = further(decidersBefore.first, flag)
  return (
    place.made ??
    keep(decidersBefore, place, {
      because: `Already decided: a surgeon reviews every red flag. ${redFlags[flag].says}`,
    })
  )
}

const noAnswer: Decider = {
  because: 'No answer to this, alone or with others, changes the outcome.',
}

function deciderHere({ levels, outcome }: ScreeningStanding, level: FactAsked['level']) {
  if (level === undefined) return outcome === 'does-not-meet' ? levels[0] : undefined
  return levels.find((one) => one.level.level === level && one.outcome === 'does-not-meet')
}

/** Tells what already decides the outcome, so that a fact that is missing need not be chased; the same decider is the same object. */
export function deciderOf(stands: ScreeningStanding, asked: FactAsked): Decider {
  const flag = stands.redFlags[0]
  if (flag !== undefined) return redFlagged(flag)
  const here = deciderHere(stands, asked.level)
  const decided = here && firstNotMet(here)
  if (decided) return notMet(decided, here)
  const reviewed = stands.levels.find(({ outcome }) => outcome === 'needs-surgeon-review')
  return reviewed === undefined ? noAnswer : toTheSurgeon(reviewed)
}
