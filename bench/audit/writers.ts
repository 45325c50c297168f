import { randomUUID } from 'node:crypto'
import { Findings } from '@kyphoscreen/rules'
import type { Prisma, Screening } from '../../apps/api/generated/prisma/client.ts'
import { actsOf } from '../../apps/api/src/audit/acts.ts'
import { appendEntry } from '../../apps/api/src/audit/append.ts'
import { once } from '../../apps/api/src/idempotency/once.ts'
import { rowIds } from '../../apps/api/src/imports/row-ids.ts'
import type { Database } from '../../apps/api/src/postgres/client.ts'
import { screenedColumns } from '../../apps/api/src/screenings/screened-columns.ts'

/** Who writes, and of which patient. */
export type Writer = { accountId: string; patientId: string }

const findings = Findings.parse({
  assessedOn: '2026-11-21',
  patient: {
    ageYears: 78,
    painScore: 8,
    painScale: 'NRS-0-10',
    qualityOfLifeLimited: true,
    careModalities: ['pain-medication'],
    careStartedOn: '2026-10-28',
    careResponse: 'failed',
  },
  levels: [
    { level: 'L1', onsetOn: '2026-10-20', mriPerformedOn: '2026-11-10', mriFinding: 'acute' },
  ],
})

const nextId = rowIds()

const columnsOf = ({ accountId: authorId, patientId }: Writer) => ({
  ...screenedColumns(findings),
  id: nextId(),
  authorId,
  patientId,
  recordedAt: new Date(),
})

const rowOf = (writer: Writer) =>
  ({ ...columnsOf(writer), referralId: null, facts: null }) as unknown as Screening

const told = ({ accountId, patientId }: Writer, id: string) => ({
  by: {
    who: { accountId, username: 'bench', role: 'surgeon' as const },
    address: '127.0.0.1',
    requestId: randomUUID(),
  },
  entry: { action: 'screening-recorded' as const, on: { kind: 'screening', id }, patientId },
})

const retryOf = ({ accountId }: Writer) => ({
  accountId,
  key: randomUUID(),
  requestHash: 'bench',
})

/** Three ways to write a screening: as the product does, its row alone, and the product's rows in Prisma's interactive transaction. */
export function writersOf(database: Database) {
  const record = actsOf(database)
  const chained = async (writer: Writer) => {
    const screening = rowOf(writer)
    await record({ ...told(writer, screening.id), retry: retryOf(writer), screening })
  }
  const bare = async (writer: Writer) => {
    await database.screening.create({ data: columnsOf(writer) })
  }
  const interactive = async (writer: Writer) => {
    await once(database, retryOf(writer), async (transaction) => {
      const data = columnsOf(writer)
      const row = await transaction.screening.create({ data, include: { author: true } })
      const { by, entry } = told(writer, row.id)
      const { id, findings, result } = row
      await appendEntry(transaction, by, { ...entry, details: { id, findings, result } })
      return { id } satisfies Prisma.InputJsonObject
    })
  }
  return { chained, bare, interactive }
}
