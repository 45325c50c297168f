import { advisoriesOf } from './advisories.ts'
import { nextChangeOf } from './calendar.ts'
import { cautions, isOfThePatient } from './cautions.ts'
import { conflictsOf } from './conflicts.ts'
import { careDaysOf } from './contradictions.ts'
import { type Judgement, nothingRecorded } from './criteria.ts'
import type { Seen } from './criterion.ts'
import { addLevelGaps, addPatientGaps } from './documentation-gaps.ts'
import { acceptedFindings, type Findings, type PatientFacts, vertebraeInOrder } from './findings.ts'
import { headlineOf } from './headline.ts'
import type { Outcome } from './outcome.ts'
import { policy } from './policy.ts'
import { questions } from './questions.ts'
import { type RedFlagFact, redFlagFacts, redFlags, redFlagsNotRecorded } from './red-flags.ts'
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

const ofEveryFlag = <Told>(tell: (fact: RedFlagFact) => Told) =>
  Object.fromEntries(redFlagFacts.map((fact) => [fact, Object.freeze(tell(fact))])) as Readonly<
    Record<RedFlagFact, Told>
  >

const flagsTold = ofEveryFlag((fact) => ({ fact, ...redFlags[fact] }))
const safetyChecks = ofEveryFlag((fact) => ({ fact, question: questions[fact].question }))

function criterionResult({ criterion, code, reason }: Judgement, seen: Seen): CriterionResult {
  return {
    id: criterion.id,
    requires: criterion.requires,
    status: reason.status,
    code,
    because: reason.because(seen, policy),
    missing: reason.missing === undefined ? [] : [...reason.missing(seen)],
    sources: criterion.sources,
    reading: criterion.reading,
    notYet: reason.notYet === true,
    canBeMetOn: reason.canBeMetOn?.(seen, policy) ?? null,
    wouldChange: reason.wouldChange?.(seen, policy) ?? null,
  }
}

/** Tells every level; what is told of the patient's criteria is the same at each and told once. */
function levelResults(levels: readonly LevelStanding[]): LevelResult[] {
  let care: CriterionResult | undefined
  let pain: CriterionResult | undefined
  const told: LevelResult[] = []
  for (const { level, seen, judgements, outcome } of levels) {
    const [ofFracture, ofCare, ofRetropulsion, ofPain] = judgements
    const fracture = criterionResult(ofFracture, seen)
    care ??= criterionResult(ofCare, seen)
    const retropulsion = criterionResult(ofRetropulsion, seen)
    pain ??= criterionResult(ofPain, seen)
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
  const failed = first?.judgements.some(({ code }) => code === 'failed') ?? false
  return first && failed ? careDaysOf(first.seen.patient, first.seen.assessedOn) : undefined
}

function cautionsTold(levels: readonly LevelStanding[]): ScreeningResult['cautions'] {
  const told: ScreeningResult['cautions'] = []
  for (const { level, cautions: found } of levels) {
    for (const id of found) {
      const says = cautions[id]
      if (!isOfThePatient(id)) told.push({ id, level: level.level, says })
      else if (!told.some((one) => one.id === id)) told.push({ id, says })
    }
  }
  return told
}

function gapsTold(levels: readonly LevelStanding[], patient: PatientFacts) {
  const told: ScreeningResult['documentationGaps'] = []
  for (const { level } of levels) addLevelGaps(told, level)
  addPatientGaps(told, patient)
  return told
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
    redFlags: flags.map((fact) => flagsTold[fact]),
    cautions: cautionsTold(stands.levels),
    documentationGaps: gapsTold(stands.levels, patient),
    notRecordedSafetyChecks: redFlagsNotRecorded(patient).map((fact) => safetyChecks[fact]),
    advisories: advisoriesOf(given.levels, failedCareDays(stands), policy),
    conflicts: conflictsOf(given.levels, outcome),
  }
}
