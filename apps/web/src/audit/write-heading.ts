import type { AuditPage, AuditPeople } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import { writeName } from '../facts/write-patient.ts'
import { auditOutcomeWords, groupWords } from './action-words.ts'
import type { AuditAsked } from './audit-address.ts'

/** A patient who was chosen, by name. */
export type ChosenPatient = { id: string; name: string }

type Known = {
  people: AuditPeople['people'] | undefined
  chosen: ChosenPatient | null
  page: AuditPage | undefined
}

const patientName = (id: string, { chosen, page }: Known): string => {
  if (chosen?.id === id) return chosen.name
  const known = page?.entries.find(({ patient }) => patient?.id === id)?.patient?.known
  return known ? writeName(known) : 'this patient'
}

const personName = (id: string, { people }: Known): string =>
  id === 'nobody'
    ? 'nobody who was signed in'
    : (people?.find((person) => person.id === id)?.displayName ?? 'this person')

const subject = ({ patientId, person }: AuditAsked, known: Known): string => {
  const patient = patientId === null ? null : patientName(patientId, known)
  const name = person === null ? null : personName(person, known)
  if (patient !== null && name !== null) return `What ${name} did with ${patient}`
  if (patient !== null) return `Who touched ${patient}`
  return name === null ? 'Everything' : `What ${name} did`
}

/** Says what the list is: of whom, narrowed to what. */
export function writeHeading(asked: AuditAsked, known: Known): string {
  const { group, outcome, from, to } = asked
  return [
    subject(asked, known),
    ...(group === null ? [] : [groupWords[group].toLowerCase()]),
    ...(outcome === null ? [] : [auditOutcomeWords[outcome].toLowerCase()]),
    ...(from === null ? [] : [`from ${writeDay(from)}`]),
    ...(to === null ? [] : [`to ${writeDay(to)}`]),
  ].join(' · ')
}
