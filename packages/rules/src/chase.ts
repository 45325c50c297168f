import { cautions } from './cautions.ts'
import type { Judgement } from './criteria.ts'
import { criterionNames } from './criterion-names.ts'
import type { FactAsked } from './missing.ts'
import { redFlags } from './red-flags.ts'
import type { FactNotToChase } from './result.ts'
import type { LevelStanding, ScreeningStanding } from './standing.ts'

type Decider = Pick<FactNotToChase, 'criterion' | 'because'>

function firstNotMet({ judgements }: LevelStanding) {
  const notMet = judgements.filter(({ reason }) => reason.status === 'not-met')
  return notMet.find(({ criterion }) => criterion.scope === 'patient') ?? notMet[0]
}

function notMet({ criterion }: Judgement, level: LevelStanding): Decider {
  const where = criterion.scope === 'level' ? ` at ${level.level.level}` : ''
  return {
    criterion: criterion.id,
    because: `Already decided: ${criterionNames[criterion.id]} is not met${where}.`,
  }
}

function toTheSurgeon(level: LevelStanding): Decider {
  const weighed = level.judgements.find(({ reason }) => reason.status === 'needs-review')
  const [caution] = level.cautions
  const because = `Already decided: ${level.level.level} goes to the surgeon.`
  if (caution !== undefined) return { because: `${because} ${cautions[caution]}` }
  return { because, ...(weighed && { criterion: weighed.criterion.id }) }
}

function deciderHere({ levels, outcome }: ScreeningStanding, level: FactAsked['level']) {
  if (level === undefined) return outcome === 'does-not-meet' ? levels[0] : undefined
  return levels.find((one) => one.level.level === level && one.outcome === 'does-not-meet')
}

/** Tells what already decides the outcome, so that a fact that is missing need not be chased. */
export function deciderOf(stands: ScreeningStanding, asked: FactAsked): Decider {
  const [flag] = stands.redFlags
  if (flag !== undefined) {
    return { because: `Already decided: a surgeon reviews every red flag. ${redFlags[flag].says}` }
  }
  const here = deciderHere(stands, asked.level)
  const decided = here && firstNotMet(here)
  if (decided) return notMet(decided, here)
  const reviewed = stands.levels.find(({ outcome }) => outcome === 'needs-surgeon-review')
  return reviewed === undefined
    ? { because: 'No answer to this, alone or with others, changes the outcome.' }
    : toTheSurgeon(reviewed)
}
