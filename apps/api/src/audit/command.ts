import { z } from 'zod'
import { openDatabase } from '../postgres/client.ts'
import { RefusedToStart } from '../refused-to-start.ts'
import { type AuditPlaces, auditOf } from './audit.ts'
import { faultNames } from './fault.ts'

/** What is asked of the log: to check all of it, to erase what entries seal, or to erase a patient from records and log. */
export type LogRequest =
  | { action: 'check'; places: AuditPlaces }
  | { action: 'erase'; entries: readonly string[]; why: string }
  | { action: 'erase-patient'; patientId: string; why: string }

const numbersOf = (entries: readonly string[]) =>
  entries.map((entry) => {
    if (!/^[1-9]\d{0,15}$/.test(entry)) throw new RefusedToStart('Name entries by their numbers.')
    return Number(entry)
  })

const withOwner = async <Given>(
  ownerUrl: string,
  work: (database: ReturnType<typeof openDatabase>) => Promise<Given>,
): Promise<Given> => {
  const database = openDatabase(ownerUrl, { connections: 2 })
  return work(database).finally(() => database.$disconnect())
}

const check = (ownerUrl: string, places: AuditPlaces) =>
  withOwner(ownerUrl, async (database) => {
    const settings = { database, clock: () => new Date(), tellFault: () => undefined }
    const { size, fault } = await auditOf({ ...settings, places }).check()
    if (!fault)
      return `The log is right: ${size} entries, and every checkpoint that is kept fits.\n`
    throw new RefusedToStart(
      `The log is at fault: ${faultNames[fault.what]} (entry ${fault.sequence}).`,
    )
  })

const erase = (ownerUrl: string, entries: readonly string[], why: string) =>
  withOwner(ownerUrl, async (database) => {
    const numbers = numbersOf(entries)
    await database.$queryRaw`SELECT audit_erase(${numbers}::bigint[], ${why})::text`
    return `Erased what ${numbers.length} entries sealed; the log tells of it.\n`
  })

const erasePatient = (ownerUrl: string, patientId: string, why: string) =>
  withOwner(ownerUrl, async (database) => {
    if (!z.uuid().safeParse(patientId).success)
      throw new RefusedToStart('Name the patient by the id in the address of their page.')
    const [erased] = await database.$queryRaw<{ entries: number }[]>`
      SELECT erase_patient(${patientId}::uuid, ${why}) AS entries`
    return `Erased the patient, and what ${erased?.entries} entries of the log sealed; the log tells of it.\n`
  })

/** Does what is asked of the log, as the owner of its tables; gives what to print, and throws when the log is at fault. */
export function commandLog(ownerUrl: string, request: LogRequest): Promise<string> {
  switch (request.action) {
    case 'check':
      return check(ownerUrl, request.places)
    case 'erase':
      return erase(ownerUrl, request.entries, request.why)
    case 'erase-patient':
      return erasePatient(ownerUrl, request.patientId, request.why)
  }
}
