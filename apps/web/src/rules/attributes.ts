import { NewPatient } from '@kyphoscreen/api/contract'
import { type FactRead, LevelFacts, PatientFacts } from '@kyphoscreen/rules'

/** What a patient’s record is kept under, and which of it is a fact that a rule could read. */
export function attributesOfRecord(): { facts: string[]; notFacts: string[] } {
  const kept = Object.keys(NewPatient.shape)
  const isFact = (name: string) => name in PatientFacts.shape || name in LevelFacts.shape
  return { facts: kept.filter(isFact), notFacts: kept.filter((name) => !isFact(name)) }
}

/** True for a fact that something of the rules reads. */
export const isRead = ({ criteria, parts }: FactRead): boolean => criteria.length + parts.length > 0
