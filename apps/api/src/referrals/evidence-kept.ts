import type { Day, LevelFacts, LevelName, PatientFacts } from '@kyphoscreen/rules'
import type { GatheredFact } from '../contract.ts'

/**
 * What the evidence of a referral says, without conflicts and without a day of assessment; the column `facts` holds it.
 * `careDaysOn` is the day of the source of `careDays`, which run on from then.
 */
export type KeptFacts = {
  patient: Omit<PatientFacts, 'ageYears'>
  levels: LevelFacts[]
  careDaysOn: Day | null
}

const isRecorded = ({ status, value }: GatheredFact) => status === 'recorded' && value !== undefined

const valuesOf = (facts: readonly GatheredFact[], level: LevelName | null): object =>
  Object.fromEntries(
    facts
      .filter((fact) => fact.level === level && isRecorded(fact))
      .map(({ fact, value }) => [fact, value]),
  )

function dayOfCareDays(facts: readonly GatheredFact[]): Day | null {
  const told = facts.find((fact) => fact.fact === 'careDays' && isRecorded(fact))
  if (told === undefined) return null
  const stands = told.evidence.filter(({ withdrawn }) => withdrawn === null)
  const chosen = stands.find(({ chosen: choice }) => choice !== null)
  const counts = chosen ?? stands.find(({ value }) => value === told.value)
  return counts?.origin.on ?? null
}

/** Gives what is recorded of the patient, whether or not a level is. */
export const patientFacts = (facts: readonly GatheredFact[]) =>
  valuesOf(facts, null) as KeptFacts['patient']

/** Keeps the facts that are recorded; null when no level is, for then there is nothing to screen. */
export function keptFacts(facts: readonly GatheredFact[]): KeptFacts | null {
  const levels = facts
    .filter((fact) => fact.fact === 'level' && isRecorded(fact))
    .map(({ level }) => valuesOf(facts, level) as LevelFacts)
  if (levels.length === 0) return null
  return { patient: patientFacts(facts), levels, careDaysOn: dayOfCareDays(facts) }
}
