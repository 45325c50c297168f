import {
  addDays,
  Cause,
  Findings,
  type LevelFact,
  type LevelFacts,
  type PatientFact,
  type PatientFacts,
  vertebraeInOrder,
} from '@kyphoscreen/rules'
import { type Chance, chanceFrom } from './chance.ts'

const assessedOn = '2026-11-21'
const usualLevels = vertebraeInOrder.slice(14, 24)

/**
 * Invented referrals. `missing`: the share of facts left out, each by chance, or `as referrals do`, where
 * each referral has one of a few gaps. `levels` fixes their number; else seven in ten have one.
 */
export type CohortKind = {
  size: number
  seed: number
  missing: number | 'as referrals do'
  levels?: number
}

const gapsOfPatients: readonly (readonly PatientFact[])[] = [
  [],
  ['painSeverity'],
  ['painScore', 'painScale'],
  ['careStartedOn', 'careModalities'],
  ['careResponse'],
  ['qualityOfLifeLimited', 'painFromFracture'],
  ['uncorrectedCoagulopathy', 'cementAllergy', 'pregnant'],
]
const gapsOfLevels: readonly (readonly LevelFact[])[] = [
  [],
  ['canalCompromisePercent', 'heightLossPercent'],
  ['retropulsion', 'canalCompromisePercent', 'posteriorWall'],
  ['mriMarrowEdema'],
  ['onsetOn'],
  ['mriFinding', 'mriMarrowEdema', 'mriPerformedOn'],
]

/** Makes a cohort of accepted findings; the same kind gives the same cohort every time. */
export function cohortOf({ size, seed, missing, levels }: CohortKind): Findings[] {
  const chance = chanceFrom(seed)
  const cohort: Findings[] = []
  while (cohort.length < size) {
    const count = levels ?? chance.oneOf(1, 1, 1, 1, 1, 1, 1, 2, 2, 3)
    const first = chance.whole(0, usualLevels.length - 3)
    const names = count > 3 ? vertebraeInOrder : usualLevels.slice(first)
    const read = Findings.safeParse({
      assessedOn,
      patient: leaveOut(patientBy(chance), missing, gapsOfPatients, chance),
      levels: names.slice(0, count).map((level) => ({
        level,
        ...leaveOut(levelBy(chance), missing, gapsOfLevels, chance),
      })),
    })
    if (read.success) cohort.push(read.data)
  }
  return cohort
}

function patientBy(chance: Chance): PatientFacts {
  const painScore = chance.oneOf(8, 9, 10, 7, 8, 9, 6, 4)
  return {
    ageYears: chance.whole(55, 94),
    pregnant: false,
    painScore,
    painScale: chance.oneOf('NRS-0-10', 'VAS-0-10'),
    painSeverity: painScore >= 7 === chance.happens(0.95) ? 'severe' : 'moderate',
    painFromFracture: chance.happens(0.98),
    qualityOfLifeLimited: chance.happens(0.96),
    careModalities: [chance.oneOf('pain-medication', 'bracing', 'physical-therapy', 'bed-rest')],
    careStartedOn: addDays(assessedOn, -chance.whole(8, 60)),
    careResponse: chance.oneOf('failed', 'failed', 'failed', 'failed', 'failed', 'improving'),
    neurologicDeficit: chance.happens(0.02),
    cordOrCaudaCompression: chance.happens(0.01),
    activeInfection: chance.happens(0.01),
    uncorrectedCoagulopathy: chance.happens(0.02),
    cementAllergy: chance.happens(0.005),
    spinalInstability: chance.happens(0.02),
    epiduralTumor: chance.happens(0.01),
  }
}

function levelBy(chance: Chance): Omit<LevelFacts, 'level'> {
  const onset = chance.whole(16, 90)
  const retropulsion = chance.oneOf(...retropulsions)
  const mriFinding = chance.oneOf(...mriFindings)
  return {
    onsetOn: addDays(assessedOn, -onset),
    cause: chance.oneOf('osteoporosis', ...Array(12).fill('osteoporosis'), ...Cause.options),
    mriPerformedOn: addDays(assessedOn, -chance.whole(0, onset)),
    mriFinding,
    mriMarrowEdema: (mriFinding !== 'chronic') === chance.happens(0.97),
    retropulsion,
    canalCompromisePercent: retropulsion === 'none' ? 0 : chance.whole(1, 40),
    posteriorWall: chance.happens(0.9) ? 'intact' : 'disrupted',
    heightLossPercent: chance.whole(10, 70),
  }
}

const mriFindings = ['acute', 'acute', 'acute', 'acute', 'subacute', 'subacute', 'chronic'] as const
const retropulsions = [
  'none',
  'none',
  'none',
  'none',
  'none',
  'none',
  'mild',
  'significant',
] as const

function leaveOut<T extends object>(
  facts: T,
  missing: CohortKind['missing'],
  gaps: readonly (readonly string[])[],
  chance: Chance,
): Partial<T> {
  const gap = chance.oneOf<readonly string[]>([], ...gaps)
  const isLeftOut = (fact: string) =>
    missing === 'as referrals do'
      ? gap.includes(fact)
      : fact !== 'painScale' && chance.happens(missing)
  return Object.fromEntries(
    Object.entries(facts).filter(([fact]) => !isLeftOut(fact)),
  ) as Partial<T>
}
