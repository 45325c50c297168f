import { advisoriesOf } from './advisories.ts'
import { cautions } from './cautions.ts'
import { conflictsOf } from './conflicts.ts'
import { careDaysOf } from './contradictions.ts'
import type { Judgement } from './criteria.ts'
import type { Seen } from './criterion.ts'
import { levelGaps, patientGaps } from './documentation-gaps.ts'
import { acceptedFindings, type Findings, vertebraeInOrder } from './findings.ts'
import { headlineOf } from './headline.ts'
import { missingFacts } from './missing.ts'
import type { Outcome } from './outcome.ts'
import { policy } from './policy.ts'
import { questions } from './questions.ts'
import { redFlags, redFlagsNotRecorded } from './red-flags.ts'
import { releaseInForce } from './release.ts'
import type { CriterionResult, LevelResult, ScreeningResult } from './result.ts'
import { type LevelStanding, type ScreeningStanding, standing } from './standing.ts'

const outcomeWording = {
  meets: 'All four documented criteria are met; the surgeon decides.',
  'does-not-meet': 'A documented criterion is not met.',
  'insufficient-information': 'A fact that a criterion needs is not recorded.',
  'needs-surgeon-review': 'A surgeon must weigh this level.',
} as const satisfies Record<Outcome, string>

function criterionResult({ criterion, code, reason }: Judgement, seen: Seen): CriterionResult {
  return {
    id: criterion.id as CriterionResult['id'],
    requires: criterion.requires,
    status: reason.status,
    code,
    because: reason.because(seen, policy),
    missing: [...(reason.missing?.(seen) ?? [])],
    sources: criterion.sources,
    reading: criterion.reading,
    notYet: reason.notYet === true,
    canBeMetOn: reason.canBeMetOn?.(seen, policy) ?? null,
    wouldChange: null,
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

/**
 * Screens findings against the documented criteria. Findings that the schema has not accepted are
 * checked first and refused with a `ZodError`; accepted ones never throw. The result keeps the order
 * of the levels as given; nothing else in it depends on that order.
 */
export function screen(findings: Findings): ScreeningResult {
  const given = acceptedFindings(findings)
  const stands = standing(given)
  const { patient = {}, levels } = given
  const downward = [...stands.levels].sort(fromTheHeadDown)
  const ordered = { ...stands, levels: downward }
  const told = {
    outcome: stands.outcome,
    urgent: stands.redFlags.some((fact) => redFlags[fact].urgent),
    redFlags: stands.redFlags.map((fact) => ({ fact, ...redFlags[fact] })),
    missing: missingFacts(ordered, () => stands.outcome === 'insufficient-information'),
  }
  return {
    ...told,
    headline: headlineOf({ ...told, levels: downward.map(levelResult) }),
    assessedOn: given.assessedOn,
    ruleset: releaseInForce,
    levels: stands.levels.map(levelResult),
    settles: [],
    nextChange: null,
    cautions: downward.flatMap(({ level, cautions: found }) =>
      found.map((id) => ({ id, level: level.level, says: cautions[id] })),
    ),
    documentationGaps: [
      ...downward.flatMap(({ level }) =>
        levelGaps(level).map((gap) => ({ ...gap, level: level.level })),
      ),
      ...patientGaps(patient),
    ],
    notRecordedSafetyChecks: redFlagsNotRecorded(patient).map((fact) => ({
      fact,
      question: questions[fact].question,
    })),
    advisories: advisoriesOf(levels, failedCareDays(stands), policy),
    conflicts: conflictsOf(levels, stands.outcome),
  }
}
