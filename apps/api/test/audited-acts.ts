import { randomUUID } from 'node:crypto'
import type { Screening } from '../generated/prisma/client.ts'
import { type Act, actsOf } from '../src/audit/acts.ts'
import type { Actor } from '../src/audit/entry.ts'
import { journalOf } from '../src/audit/journal.ts'
import type { Findings } from '../src/contract.ts'
import { screenedColumns } from '../src/screenings/screened-columns.ts'
import type { FreshDatabase } from './fresh-database.ts'
import { meetingFindings, newPatient } from './running-app.ts'

/** Somebody who acts, and two patients to act on. */
export type Acting = { by: Actor; accountId: string; patients: [string, string] }

/** Makes an account and two patients in a database. */
export async function acting({ owner }: FreshDatabase): Promise<Acting> {
  const account = { username: 'surgeon', displayName: 'An invented surgeon', passwordHash: '' }
  const { id } = await owner.account.create({ data: { ...account, role: 'surgeon' } })
  const who = { accountId: id, username: 'surgeon', role: 'surgeon' as const }
  const register = async () => {
    const { birthDate, ...patient } = newPatient()
    const data = { ...patient, birthDate: new Date(birthDate), createdById: id }
    return (await owner.patient.create({ data })).id
  }
  const patients: [string, string] = [await register(), await register()]
  return { by: { who, address: '127.0.0.1', requestId: 'a request' }, accountId: id, patients }
}

/** A screening to record, as the product records one. */
export function screeningAct({ by, accountId: authorId, patients }: Acting, which: 0 | 1 = 0): Act {
  const columns = screenedColumns(meetingFindings as unknown as Findings)
  const [id, patientId] = [randomUUID(), patients[which]]
  const made = { id, patientId, authorId, referralId: null, facts: null, recordedAt: new Date() }
  const entry = { action: 'screening-recorded' as const, on: { kind: 'screening', id }, patientId }
  return { by, entry, retry: undefined, screening: { ...columns, ...made } as unknown as Screening }
}

/** Writes so many entries: screenings of both patients, views and searches. */
export async function writeLog(fresh: FreshDatabase, who: Acting, entries: number): Promise<void> {
  const record = actsOf(fresh.database)
  const { note } = journalOf(fresh.database)
  const [one, other] = who.patients
  const acts = Array.from({ length: entries }, (_, place) =>
    [
      () => record(screeningAct(who, place % 2 ? 1 : 0)),
      () => note(who.by, { action: 'patient-viewed', patientId: place % 2 ? one : other }),
      () => note(who.by, { action: 'patients-searched', details: { text: `Quill ${place}` } }),
    ][place % 3]?.(),
  )
  await Promise.all(acts)
}
