import { randomUUID } from 'node:crypto'
import { ruleset } from '@kyphoscreen/rules'
import { layoutOf } from '../../apps/api/src/imports/layout.ts'
import { rowReader } from '../../apps/api/src/imports/read-rows.ts'
import { recordCutter } from '../../apps/api/src/imports/records.ts'
import { openDatabase } from '../../apps/api/src/postgres/client.ts'
import { csvOf } from './rows.ts'

const today = '2026-11-21'
const rowsAtOnce = 1000

const dateOrNull = (day: string | null | undefined) => (day ? new Date(day) : null)

/** Reads invented rows beforehand: createMany is timed without reading, checking or screening them. */
function readRows(count: number) {
  const bytes = Buffer.from([...csvOf(count)].join(''))
  const layout = layoutOf(bytes, 'csv', true)
  const records = recordCutter(true, layout.start).cut(bytes.subarray(layout.start.used), true)
  return records.map(rowReader(layout, today)).flatMap((row) => ('referral' in row ? [row] : []))
}

type Row = ReturnType<typeof readRows>[number]

const tablesOf = ({ referral: told, standing: { kept, columns } }: Row, createdById: string) => {
  const { patient, referral, findings } = told
  const patientId = randomUUID()
  const referralId = randomUUID()
  const { assessedOn: _, ...ahead } = { assessedOn: '', ...columns }
  return {
    patient: {
      ...patient,
      id: patientId,
      mrn: `MANY-${patient.mrn}`,
      birthDate: new Date(patient.birthDate),
      createdById,
    },
    referral: {
      id: referralId,
      patientId,
      externalId: `MANY-${referral.externalId}`,
      referrerName: referral.referrerName,
      referrerOrganisation: referral.organisation ?? null,
      referrerPhone: referral.phone ?? null,
      receivedOn: new Date(referral.receivedOn),
      reason: referral.reason,
      priority: referral.priority ?? 'routine',
      sortName: `${patient.familyName}\t${patient.givenName}`.toLowerCase(),
      facts: JSON.parse(JSON.stringify(kept)),
      ...ahead,
      nextChangeOn: dateOrNull(columns.nextChangeOn),
      readyOn: dateOrNull(columns.readyOn),
      closesOn: dateOrNull(columns.closesOn),
      screenedOn: new Date(today),
      rulesetHash: ruleset.hash,
      createdById,
    },
    evidence: {
      referralId,
      facts: JSON.parse(JSON.stringify(findings ?? {})),
      originKind: 'document',
      originName: 'Import',
      originOn: new Date(referral.receivedOn),
      enteredById: createdById,
    },
    event: { referralId, kind: 'imported', what: 'Imported from a file', byId: createdById },
  }
}

/** Times Prisma's createMany on the same kind of rows, a thousand at a time, in rows a second. */
export async function createManyRate(url: string, count: number): Promise<number> {
  const database = openDatabase(url, { connections: 1 })
  const { id } = await database.account.findFirstOrThrow()
  const rows = readRows(count).map((row) => tablesOf(row, id))
  const began = performance.now()
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce)
    await database.$transaction([
      database.patient.createMany({ data: some.map(({ patient }) => patient) }),
      database.referral.createMany({ data: some.map(({ referral }) => referral) }),
      database.evidence.createMany({ data: some.map(({ evidence }) => evidence) }),
      database.referralEvent.createMany({ data: some.map(({ event }) => event) }),
    ])
  }
  const seconds = (performance.now() - began) / 1000
  await database.$disconnect()
  return rows.length / seconds
}
