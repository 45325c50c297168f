import { advisoriesOf } from './advisories.ts'
import { nextChangeOf } from './calendar.ts'
import { cautions, isOfThePatient } from './cautions.ts'
import { conflictsOf } from './conflicts.ts'
import { careDaysOf } from './contradictions.ts'
import type { Judgement } from './criteria.ts'
import type { Seen } from './criterion.ts'
import { levelGaps, patientGaps } from './documentation-gaps.ts'
import { acceptedFindings, type Findings, vertebraeInOrder } from './findings.ts'
import { headlineOf } from './headline.ts'
import type { Outcome } from './outcome.ts'
import { policy } from './policy.ts'
import { questions } from './questions.ts'
import { redFlags, redFlagsNotRecorded } from './red-flags.ts'
import { releaseInForce } from './release.ts'
import type { CriterionResult, LevelResult, ScreeningResult } from './result.ts'
import { type LevelStanding, type ScreeningStanding, standing } from './standing.ts'
import { toAsk } from './to-ask.ts'

const outcomeWording = {
  meets: 'All four documented criteria are met; the surgeon decides.',
  'does-not-meet': 'A documented criterion is not met.',
  'insufficient-information': 'A fact that a criterion needs is not recorded.',
  'needs-surgeon-review': 'A surgeon must weigh this level.',
} as const satisfies Record<Outcome, string>

function criterionResult({ criterion, code, reason }: Judgement, seen: Seen): CriterionResult {
  return {
    id: criterion.id,
    requires: criterion.requires,
    status: reason.status,
    code,
    because: reason.because(seen, policy),
    missing: [...(reason.missing?.(seen) ?? [])],
    sources: criterion.sources,
    reading: criterion.reading,
    notYet: reason.notYet === true,
    canBeMetOn: reason.canBeMetOn?.(seen, policy) ?? null,
    wouldChange: reason.wouldChange?.(seen, policy) ?? null,
  }
}

const levelResult = ({ level, seen, judgements, outcome }: LevelStanding): LevelResult => ({
  level: level.level,
  outcome,
  because: outcomeWording[outcome],
  criteria: judgements.map((judgement) => criterionResult(judgement, seen)),
})

const fromTheHeadDown = (one: LevelStanding, other: LevelStanding) =>
  vertebraeInOrder.indexOf(one.level.level) - vertebraeInOrder.indexOf(other.level.level)

function failedCareDays({ levels }: ScreeningStanding): number | undefined {
  const seen = levels[0]?.seen
  const failed = levels[0]?.judgements.some(({ code }) => code === 'failed') ?? false
  return seen && failed ? careDaysOf(seen.patient, seen.assessedOn) : undefined
}

function cautionsTold(levels: readonly LevelStanding[]): ScreeningResult['cautions'] {
  const told = new Map<string, ScreeningResult['cautions'][number]>()
  for (const { level, cautions: found } of levels) {
    for (const id of found) {
      const says = cautions[id]
      if (isOfThePatient(id)) told.set(id, { id, says })
      else told.set(`${id} ${level.level}`, { id, level: level.level, says })
    }
  }
  return [...told.values()]
}

const gapsTold = (levels: readonly LevelStanding[], { patient = {} }: Findings) => [
  ...levels.flatMap(({ level }) => levelGaps(level).map((gap) => ({ ...gap, level: level.level }))),
  ...patientGaps(patient),
]

/**
 * Screens findings against the documented criteria. Findings that the schema has not accepted are
 * checked first and refused with a `ZodError`; accepted ones never throw. The result keeps the order
 * of the levels as given; nothing else in it depends on that order.
 */
export function screen(findings: Findings): ScreeningResult {
  const given = acceptedFindings(findings)
  const asGiven = standing(given)
  const stands = { ...asGiven, levels: [...asGiven.levels].sort(fromTheHeadDown) }
  const { waitedFor, ...asked } = toAsk(stands)
  return {
    outcome: stands.outcome,
    urgent: stands.redFlags.some((fact) => redFlags[fact].urgent),
    headline: headlineOf({ stands, waitedFor }),
    assessedOn: given.assessedOn,
    ruleset: releaseInForce,
    levels: asGiven.levels.map(levelResult),
    ...asked,
    nextChange: nextChangeOf(stands),
    redFlags: stands.redFlags.map((fact) => ({ fact, ...redFlags[fact] })),
    cautions: cautionsTold(stands.levels),
    documentationGaps: gapsTold(stands.levels, given),
    notRecordedSafetyChecks: redFlagsNotRecorded(given.patient ?? {}).map((fact) => ({
      fact,
      question: questions[fact].question,
    })),
    advisories: advisoriesOf(given.levels, failedCareDays(stands), policy),
    conflicts: conflictsOf(given.levels, stands.outcome),
  }
}
