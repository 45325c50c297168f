import type { Findings, LevelFacts, Outcome, PatientFacts } from '@kyphoscreen/rules'
import { outcomeOfLevels, type Standing } from '../screening-outcome.ts'
import { canalStanding, careStanding, fractureStanding, painStanding } from './standings.ts'

type FourStandings = readonly [fracture: Standing, care: Standing, canal: Standing, pain: Standing]

const isNotMet = (standing: Standing) => standing === 'not-met' || standing === 'not-yet'

const redFlagged = (patient: PatientFacts) =>
  patient.neurologicDeficit === true ||
  patient.cordOrCaudaCompression === true ||
  patient.activeInfection === true ||
  patient.spinalInstability === true ||
  patient.pregnant === true ||
  patient.uncorrectedCoagulopathy === true ||
  patient.cementAllergy === true ||
  patient.epiduralTumor === true

const cautioned = (level: LevelFacts, levelCount: number) =>
  levelCount > 3 ||
  level.cause === 'high-energy-trauma' ||
  level.cause === 'benign-lesion' ||
  (level.heightLossPercent !== undefined && level.heightLossPercent >= 67)

const beyondTheCriteria = ({ level }: LevelFacts, { ageYears }: PatientFacts) =>
  level.startsWith('C') || level.startsWith('S') || (ageYears !== undefined && ageYears < 18)

function whenNotMet(count: number, notYet: boolean, patient: PatientFacts, { cause }: LevelFacts) {
  const mayNotWait = patient.earlyException !== undefined || cause === 'malignancy'
  return cause === 'benign-lesion' || (count === 1 && notYet && mayNotWait)
    ? 'needs-surgeon-review'
    : 'does-not-meet'
}

function levelOutcome(
  [fracture, care, canal, pain]: FourStandings,
  level: LevelFacts,
  patient: PatientFacts,
  levelCount: number,
): Outcome {
  if (redFlagged(patient)) return 'needs-surgeon-review'
  const notMet = +isNotMet(fracture) + +isNotMet(care) + +isNotMet(canal) + +isNotMet(pain)
  if (notMet > 0) return whenNotMet(notMet, care === 'not-yet', patient, level)
  if (beyondTheCriteria(level, patient)) return 'needs-surgeon-review'
  const some = (standing: Standing) =>
    fracture === standing || care === standing || canal === standing || pain === standing
  if (some('unknown')) return 'insufficient-information'
  if (some('needs-review') || cautioned(level, levelCount)) return 'needs-surgeon-review'
  return 'meets'
}

/**
 * The outcome and nothing else, in the plainest TypeScript: no reasons, no codes, no citations. It
 * marks how fast the criteria can be answered at all, with the same date arithmetic as the rules.
 */
export function outcomeByHand(findings: Findings): Outcome {
  const { assessedOn, patient = {}, levels } = findings
  const care = careStanding(patient, findings)
  const pain = painStanding(patient)
  return outcomeOfLevels(levels, (level) => {
    const canal = canalStanding(level, patient)
    const standings = [fractureStanding(level, assessedOn), care, canal, pain] as const
    return { outcome: levelOutcome(standings, level, patient, levels.length), canal }
  })
}
