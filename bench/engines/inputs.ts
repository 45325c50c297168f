import { daysBetween, type Findings, type LevelFacts } from '@kyphoscreen/rules'

/** One level and its patient as the flat record an engine reads; a fact that is not recorded has no key. */
export type Inputs = Record<string, string | number | boolean>

const ofPatient = [
  'ageYears',
  'careResponse',
  'earlyException',
  'painFromFracture',
  'painSeverity',
  'qualityOfLifeLimited',
  'neurologicDeficit',
  'cordOrCaudaCompression',
  'activeInfection',
  'spinalInstability',
  'pregnant',
  'uncorrectedCoagulopathy',
  'cementAllergy',
  'epiduralTumor',
] as const

const ofLevel = [
  'cause',
  'heightLossPercent',
  'mriFinding',
  'mriMarrowEdema',
  'mriNotPossible',
  'otherImagingActive',
  'retropulsion',
  'canalCompromisePercent',
  'posteriorWall',
] as const

/** Prepares what the engines can't work out alike: days between dates, the score of ten, whether care counts. */
export function inputsOf(findings: Findings, level: LevelFacts): Inputs {
  const { assessedOn, patient = {} } = findings
  const inputs: Inputs = { spine: level.level.charAt(0), levelCount: findings.levels.length }
  const put = (name: string, value: string | number | boolean | undefined) => {
    if (value !== undefined) inputs[name] = value
  }
  for (const fact of ofPatient) put(fact, patient[fact])
  for (const fact of ofLevel) put(fact, level[fact])
  const { painScore, painScale, careStartedOn, careModalities } = patient
  put('painOfTen', painScore && painScale === 'VAS-0-100' ? painScore / 10 : painScore)
  put('careDays', careStartedOn ? daysBetween(careStartedOn, assessedOn) : patient.careDays)
  put(
    'careListed',
    careModalities?.some((care) => care !== 'bed-rest' && care !== 'other'),
  )
  put('onsetDays', level.onsetOn && daysBetween(level.onsetOn, assessedOn))
  put('oldestFractureDays', oldestOf(findings))
  const { mriPerformedOn, onsetOn } = level
  put('mriBeforeOnset', mriPerformedOn && onsetOn ? mriPerformedOn < onsetOn : undefined)
  return inputs
}

function oldestOf({ levels, assessedOn }: Findings): number | undefined {
  let oldest = 0
  for (const { onsetOn } of levels) {
    if (onsetOn === undefined) return undefined
    oldest = Math.max(oldest, daysBetween(onsetOn, assessedOn))
  }
  return oldest
}

/** The names of all inputs with the kind of their values, for an engine that wants them declared. */
export const inputKinds = {
  ...Object.fromEntries(ofPatient.map((fact) => [fact, 'Boolean'])),
  ageYears: 'Decimal',
  careResponse: 'String',
  earlyException: 'String',
  painSeverity: 'String',
  spine: 'String',
  levelCount: 'Decimal',
  cause: 'String',
  heightLossPercent: 'Decimal',
  mriFinding: 'String',
  mriMarrowEdema: 'Boolean',
  mriNotPossible: 'Boolean',
  otherImagingActive: 'Boolean',
  retropulsion: 'String',
  canalCompromisePercent: 'Decimal',
  posteriorWall: 'String',
  painOfTen: 'Decimal',
  careDays: 'Decimal',
  careListed: 'Boolean',
  onsetDays: 'Decimal',
  oldestFractureDays: 'Decimal',
  mriBeforeOnset: 'Boolean',
} as const satisfies Record<string, 'String' | 'Decimal' | 'Boolean'>
