import fc from 'fast-check'
import type { LevelFacts, PatientFacts } from '../src/facts.ts'
import {
  CareModality,
  CareResponse,
  Cause,
  EarlyException,
  MriFinding,
  OtherImaging,
  PainScale,
  PainSeverity,
  PainTrend,
  PosteriorWall,
  Retropulsion,
  vertebraeInOrder,
} from '../src/facts.ts'
import type { Findings } from '../src/findings.ts'

/** Gives the day that lies a number of days before another, by the platform's calendar and not by the rules'. */
export const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

const yes = fc.constant(true)
const flag = fc.boolean()

const mostly = <T>(usual: fc.Arbitrary<T>, any: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 7, arbitrary: usual }, { weight: 1, arbitrary: any })
const rarely = fc.oneof(
  { weight: 60, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: yes },
)
const onOrBeside = (thresholds: readonly number[], step: number, max: number) =>
  fc.oneof(
    fc.constantFrom(...thresholds.flatMap((at) => [at, at + step, Math.max(0, at - step)])),
    fc.nat(max * 10).map((tenths) => (step < 1 ? tenths / 10 : Math.round(tenths / 10))),
  )

const daysAgo = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 14, max: 84 }) },
  { weight: 1, arbitrary: onOrBeside([0, 13, 14, 42, 84], 1, 400) },
)
const scoreOfTen = mostly(
  fc.constantFrom(7, 7.6, 8, 9, 10),
  onOrBeside([0, 5, 7, 10], 0.1, 10).map((score) => Math.min(score, 10)),
)
const pain = fc.record({ score: scoreOfTen, painScale: fc.constantFrom(...PainScale.options) })

const plainPatientFacts = {
  ageYears: mostly(fc.integer({ min: 50, max: 95 }), onOrBeside([18], 1, 110)),
  pregnant: rarely,
  painSeverity: mostly(fc.constant('severe' as const), fc.constantFrom(...PainSeverity.options)),
  painFromFracture: mostly(yes, flag),
  painTrend: fc.constantFrom(...PainTrend.options),
  qualityOfLifeLimited: mostly(yes, flag),
  qualityOfLifeNote: fc.constantFrom('', 'cannot dress', 'does not sleep'),
  oswestry: fc.nat(100),
  rolandMorris: fc.nat(24),
  hospitalizedForPain: flag,
  careResponse: mostly(fc.constant('failed' as const), fc.constantFrom(...CareResponse.options)),
  careModalities: mostly(
    fc.constantFrom<CareModality[]>(['pain-medication'], ['bracing', 'physical-therapy']),
    fc.subarray([...CareModality.options]),
  ),
  neurologicDeficit: rarely,
  cordOrCaudaCompression: rarely,
  activeInfection: rarely,
  uncorrectedCoagulopathy: rarely,
  cementAllergy: rarely,
  spinalInstability: rarely,
  epiduralTumor: rarely,
}

const patient = fc.record({
  facts: fc.record(plainPatientFacts, { requiredKeys: [] }),
  pain: fc.option(pain),
  earlyException: fc.option(fc.constantFrom(...EarlyException.options), { freq: 1 }),
  care: fc.record({
    days: mostly(fc.integer({ min: 14, max: 42 }), onOrBeside([0, 14, 42], 1, 120)),
    said: fc.constantFrom('as days', 'by its start', 'both', 'not at all'),
    slip: fc.integer({ min: -1, max: 1 }),
  }),
})

const plainLevelFacts = {
  cause: mostly(fc.constant('osteoporosis' as const), fc.constantFrom(...Cause.options)),
  mriFinding: mostly(fc.constantFrom('acute', 'subacute'), fc.constantFrom(...MriFinding.options)),
  mriMarrowEdema: mostly(yes, flag),
  mriNotPossible: flag,
  otherImaging: fc.constantFrom(...OtherImaging.options),
  otherImagingActive: flag,
  retropulsion: mostly(fc.constant('none' as const), fc.constantFrom(...Retropulsion.options)),
  canalCompromisePercent: mostly(fc.constant(0), onOrBeside([0, 20], 0.1, 100)),
  posteriorWall: mostly(fc.constant('intact' as const), fc.constantFrom(...PosteriorWall.options)),
  heightLossPercent: mostly(fc.integer({ min: 0, max: 60 }), onOrBeside([67], 0.1, 100)),
}

const level = fc.record({
  level: mostly(
    fc.constantFrom('T12', 'L1', 'L2', 'T1', 'L5'),
    fc.constantFrom(...vertebraeInOrder),
  ),
  facts: fc.record(plainLevelFacts, { requiredKeys: [] }),
  onset: fc.option(daysAgo),
  mri: fc.option(mostly(fc.constantFrom(0, 1, 7), fc.integer({ min: -2, max: 30 })), { freq: 2 }),
})
type DrawnLevel = typeof level extends fc.Arbitrary<infer L> ? L : never
type DrawnPatient = typeof patient extends fc.Arbitrary<infer P> ? P : never

function levelFacts(
  assessedOn: string,
  { level: name, facts, onset, mri }: DrawnLevel,
): LevelFacts {
  const found: LevelFacts = { level: name, ...facts }
  if (onset !== null) found.onsetOn = daysBefore(assessedOn, onset)
  if (mri !== null) found.mriPerformedOn = daysBefore(assessedOn, Math.max(0, (onset ?? 20) - mri))
  return found
}

function careFacts(
  assessedOn: string,
  { facts, care }: DrawnPatient,
  longest: number,
): PatientFacts {
  if (facts.careResponse === 'not-tried') return {}
  const days = Math.min(care.days, longest)
  const found: PatientFacts = {}
  if (care.said === 'by its start' || care.said === 'both') {
    found.careStartedOn = daysBefore(assessedOn, days)
  }
  if (care.said === 'as days') found.careDays = days
  if (care.said === 'both') found.careDays = Math.max(0, days + care.slip)
  return found
}

function patientFacts(assessedOn: string, drawn: DrawnPatient, longest: number): PatientFacts {
  const { careModalities, ...facts } = drawn.facts
  const found: PatientFacts = { ...facts, ...careFacts(assessedOn, drawn, longest) }
  if (careModalities && facts.careResponse !== 'not-tried') found.careModalities = careModalities
  if (drawn.earlyException !== null) found.earlyException = drawn.earlyException
  if (drawn.pain === null) return found
  const { score, painScale } = drawn.pain
  const painScore = painScale === 'VAS-0-100' ? Math.round(score * 100) / 10 : score
  return { ...found, painScore, painScale }
}

const assessmentDay = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => daysBefore('2031-03-01', days))

/**
 * Draws findings the schema accepts: each fact absent about one time in six, each number often on a
 * threshold or just beside it, and every outcome common. Shrinks towards few levels and few facts.
 */
export const arbitraryFindings: fc.Arbitrary<Findings> = fc
  .record({
    assessedOn: assessmentDay,
    patient: fc.option(patient, { freq: 30 }),
    levels: fc.uniqueArray(level, { minLength: 1, maxLength: 4, selector: (drawn) => drawn.level }),
  })
  .map(({ assessedOn, patient: drawn, levels }) => {
    const found: Findings = { assessedOn, levels: levels.map((one) => levelFacts(assessedOn, one)) }
    const oldest = Math.max(...levels.map(({ onset }) => onset ?? Number.POSITIVE_INFINITY))
    if (drawn !== null) found.patient = patientFacts(assessedOn, drawn, oldest + 2)
    return found
  })
