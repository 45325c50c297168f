import { advisoriesOf } from './advisories.ts'
import { nextChangeOf } from './calendar.ts'
import { conflictsOf } from './conflicts.ts'
import { nothingRecorded } from './criteria.ts'
import { careDaysOf } from './days-elapsed.ts'
import { documentationGapsOf } from './documentation-gaps.ts'
import { acceptedFindings, type Findings } from './findings.ts'
import { headlineOf } from './headline.ts'
import { fromTheHeadDown, type LevelTold, levelsTold } from './level-told.ts'
import type { Outcome } from './outcome.ts'
import type { Plain } from './plain-bytes.ts'
import { readPlainFindings } from './plain-findings.ts'
import { policy } from './policy.ts'
import { areUrgent } from './red-flags.ts'
import { releaseInForce } from './release.ts'
import { cautionsTold, redFlagsTold, safetyChecksNotRecorded } from './remarks.ts'
import type { LevelResult, ScreeningResult } from './result.ts'
import { type LevelStanding, type ScreeningStanding, standing } from './standing.ts'
import { toAsk } from './to-ask.ts'

const outcomeWording = {
  meets: 'All four documented criteria are met; the surgeon decides.',
  'does-not-meet': 'A documented criterion is not met.',
  'insufficient-information': 'A fact that a criterion needs is not recorded.',
  'needs-surgeon-review': 'A surgeon must weigh this level.',
} as const satisfies Record<Outcome, string>

function levelResult({ name, stands: { outcome }, told }: LevelTold): LevelResult {
  const [fracture, care, retropulsion, pain] = told
  const criteria = [fracture.result, care.result, retropulsion.result, pain.result]
  return { level: name, outcome, because: outcomeWording[outcome], criteria }
}

function failedCareDays({ levels }: ScreeningStanding): number | undefined {
  const first = levels[0] as LevelStanding
  if (first.judgements[1].code !== 'failed') return undefined
  return careDaysOf(first.seen.patient, first.seen.assessedOn)
}

/**
 * Screens findings against the documented criteria. Findings that the schema has not accepted are
 * checked first and refused with a `ZodError`; accepted ones never throw. The result keeps the order
 * of the levels as given; nothing else in it depends on that order.
 */
export function screen(findings: Findings): ScreeningResult {
  return screenAccepted(acceptedFindings(findings))
}

/** Screens findings that are written plainly as JSON in bytes; gives undefined when they are refused and when only `readFindings` can tell. */
export function screenPlain(plain: Plain): ScreeningResult | undefined {
  const given = readPlainFindings(plain)
  return given === undefined ? undefined : screenAccepted(given)
}

function screenAccepted(given: Findings): ScreeningResult {
  const { patient = nothingRecorded } = given
  const asGiven = standing(given)
  const { outcome, redFlags: flags } = asGiven
  const told = levelsTold(asGiven.levels)
  const { stands, levels } = fromTheHeadDown(asGiven, told)
  const { missing, noNeedToChase, settles, waitedFor } = toAsk(stands, levels)
  return {
    outcome,
    urgent: areUrgent(flags),
    headline: headlineOf({ stands, waitedFor }),
    assessedOn: given.assessedOn,
    ruleset: releaseInForce,
    levels: told.map(levelResult),
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
