import { advisoriesOf } from './advisories.ts'
import { nextChangeOf } from './calendar.ts'
import { conflictsOf } from './conflicts.ts'
import { careDaysOf } from './contradictions.ts'
import { nothingRecorded } from './criteria.ts'
import { criterionTold } from './criterion-told.ts'
import { documentationGapsOf } from './documentation-gaps.ts'
import { acceptedFindings, type Findings, vertebraeInOrder } from './findings.ts'
import { headlineOf } from './headline.ts'
import type { Outcome } from './outcome.ts'
import { policy } from './policy.ts'
import { redFlags } from './red-flags.ts'
import { releaseInForce } from './release.ts'
import { cautionsTold, redFlagsTold, safetyChecksNotRecorded } from './remarks.ts'
import type { CriterionResult, LevelResult, ScreeningResult } from './result.ts'
import { type LevelStanding, type ScreeningStanding, standing } from './standing.ts'
import { toAsk } from './to-ask.ts'

const outcomeWording = {
  meets: 'All four documented criteria are met; the surgeon decides.',
  'does-not-meet': 'A documented criterion is not met.',
  'insufficient-information': 'A fact that a criterion needs is not recorded.',
  'needs-surgeon-review': 'A surgeon must weigh this level.',
} as const satisfies Record<Outcome, string>

/** Tells every level; what is told of the patient's criteria is the same at each and told once. */
function levelResults(levels: readonly LevelStanding[]): LevelResult[] {
  let care: CriterionResult | undefined
  let pain: CriterionResult | undefined
  const told: LevelResult[] = []
  for (const { level, seen, judgements, outcome } of levels) {
    const [ofFracture, ofCare, ofRetropulsion, ofPain] = judgements
    const fracture = criterionTold(ofFracture, seen)
    care ??= criterionTold(ofCare, seen)
    const retropulsion = criterionTold(ofRetropulsion, seen)
    pain ??= criterionTold(ofPain, seen)
    const criteria = [fracture, care, retropulsion, pain]
    told.push({ level: level.level, outcome, because: outcomeWording[outcome], criteria })
  }
  return told
}

const fromTheHeadDown = (one: LevelStanding, other: LevelStanding) =>
  vertebraeInOrder.indexOf(one.level.level) - vertebraeInOrder.indexOf(other.level.level)

const inOrder = (levels: readonly LevelStanding[]) =>
  levels.length < 2 ? levels : levels.toSorted(fromTheHeadDown)

function failedCareDays({ levels }: ScreeningStanding): number | undefined {
  const [first] = levels
  if (first?.judgements[1].code !== 'failed') return undefined
  return careDaysOf(first.seen.patient, first.seen.assessedOn)
}

/**
 * Screens findings against the documented criteria. Findings that the schema has not accepted are
 * checked first and refused with a `ZodError`; accepted ones never throw. The result keeps the order
 * of the levels as given; nothing else in it depends on that order.
 */
export function screen(findings: Findings): ScreeningResult {
  const given = acceptedFindings(findings)
  const { patient = nothingRecorded } = given
  const asGiven = standing(given)
  const { outcome, redFlags: flags } = asGiven
  const stands = { outcome, redFlags: flags, levels: inOrder(asGiven.levels) }
  const { missing, noNeedToChase, settles, waitedFor } = toAsk(stands)
  return {
    outcome,
    urgent: flags.some((fact) => redFlags[fact].urgent),
    headline: headlineOf({ stands, waitedFor }),
    assessedOn: given.assessedOn,
    ruleset: releaseInForce,
    levels: levelResults(asGiven.levels),
    missing,
    noNeedToChase,
    settles,
    nextChange: nextChangeOf(stands),
    redFlags: redFlagsTold(flags),
    cautions: cautionsTold(stands.levels),
    documentationGaps: documentationGapsOf(stands.levels, patient),
    notRecordedSafetyChecks: safetyChecksNotRecorded(patient),
    advisories: advisoriesOf(given.levels, failedCareDays(stands), policy),
    conflicts: conflictsOf(given.levels, outcome),
  }
}
