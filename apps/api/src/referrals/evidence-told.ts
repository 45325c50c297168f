import {
  CareModality,
  type Day,
  daysBetween,
  type LevelFact,
  type LevelName,
  type PatientFact,
  questions,
  vertebraeInOrder,
} from '@kyphoscreen/rules'
import type { GatheredFact, NewEvidence } from '../contract.ts'

/** What one entry of evidence tells, as it is stored. */
export type EvidenceFacts = Pick<NewEvidence, 'patient' | 'levels'>

/** Which fact, and at which level when it is a level's; that a level is fractured is the fact `level` of it. */
export type Place = Pick<GatheredFact, 'fact' | 'level'>

/** The value of a fact as its schema has it. */
export type Value = GatheredFact['value'] & {}

/** A fact that an entry tells. */
export type Told = Place & { value: Value }

const factsInOrder = ['level', ...Object.keys(questions)]

/** Writes a place so that no two are written alike. */
export const writePlace = ({ fact, level }: Place): string => `${level ?? ''} ${fact}`

/** Sorts places as they are read: level by level from the head down, then the patient. */
export const inOrder = (one: Place, other: Place): number =>
  rankOf(one.level) - rankOf(other.level) ||
  factsInOrder.indexOf(one.fact) - factsInOrder.indexOf(other.fact)

const rankOf = (level: LevelName | null) =>
  level === null ? vertebraeInOrder.length : vertebraeInOrder.indexOf(level)

const toldAmong = (facts: object, level: LevelName | null): Told[] =>
  Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([fact, value]) => ({ fact: fact as PatientFact & LevelFact, level, value }))

/** Lists every fact that an entry tells; naming a level is one. */
export const toldBy = ({ patient = {}, levels = [] }: EvidenceFacts): Told[] => [
  ...levels.flatMap(({ level, ...facts }) => [
    { fact: 'level' as const, level, value: level },
    ...toldAmong(facts, level),
  ]),
  ...toldAmong(patient, null),
]

const pain: readonly Place['fact'][] = ['painScore', 'painScale']

/** True for facts that mean nothing one without the other, and so stand and fall together. */
export const goTogether = (one: Place['fact'], other: Place['fact']): boolean =>
  one === other || (pain.includes(one) && pain.includes(other))

/** How days of care are compared: as days that ran on from the day of the source, or as stated where care was not tried. */
export type CareDaysRead = 'running' | 'as stated'

/** Writes what an entry says of a fact, so that entries that mean the same are written the same. */
export function writeSaid(
  { fact, value }: Told,
  { patient = {} }: EvidenceFacts,
  on: Day,
  read: CareDaysRead,
): string {
  if (pain.includes(fact)) return JSON.stringify([patient.painScore, patient.painScale])
  if (fact === 'careDays' && read === 'running')
    return String(daysBetween(on, '1970-01-01') + Number(value))
  return JSON.stringify(fact === 'careModalities' ? modalitiesInOrder(value) : value)
}

const modalitiesInOrder = (value: Value) =>
  CareModality.options.filter((modality) => Array.isArray(value) && value.includes(modality))

/** Gives the value of a fact in the one form it is kept in. */
export const asKept = ({ fact, value }: Told): Value =>
  fact === 'careModalities' ? modalitiesInOrder(value) : value
