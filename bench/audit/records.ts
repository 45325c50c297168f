import { randomUUID } from 'node:crypto'
import type { Findings } from '@kyphoscreen/rules'
import type { Decision, Screening } from '../../apps/api/generated/prisma/client.ts'
import type { Act } from '../../apps/api/src/audit/acts.ts'
import type { Transaction } from '../../apps/api/src/idempotency/once.ts'
import { rowIds } from '../../apps/api/src/imports/row-ids.ts'
import { screenedColumns } from '../../apps/api/src/screenings/screened-columns.ts'
import { cohortOf } from '../cohort.ts'

/** Who writes, and of which patient. */
export type Writer = { accountId: string; patientId: string }

/** A kind of record: a new one as an act of the product, and its row alone through Prisma. */
export type RecordKind = {
  actOf: (writer: Writer) => Act
  store: (transaction: Transaction, act: Act) => Promise<unknown>
}

const cohort = cohortOf({ size: 500, seed: 5, missing: 'as referrals do' })

/** One referral of the cohort after another, and again from the first. */
function* referrals(): Generator<Findings> {
  for (;;) yield* cohort
}

const drawn = referrals()

const nextId = rowIds()

const told = ({ accountId, patientId }: Writer, kind: 'screening' | 'decision', id: string) => ({
  by: {
    who: { accountId, username: 'bench', role: 'surgeon' as const },
    address: '127.0.0.1',
    requestId: randomUUID(),
  },
  entry: { action: `${kind}-recorded` as const, on: { kind, id }, patientId },
  retry: { accountId, key: randomUUID(), requestHash: 'bench' },
})

/** Screenings: most of one is the result, 6 KB. */
export const screenings: RecordKind = {
  actOf: (writer) => {
    const { accountId: authorId, patientId } = writer
    const columns = screenedColumns(drawn.next().value)
    const made = { ...columns, id: nextId(), authorId, patientId }
    const row = { ...made, recordedAt: new Date(), referralId: null, facts: null }
    return { ...told(writer, 'screening', row.id), screening: row as unknown as Screening }
  },
  store: (transaction, { screening }) => {
    const { facts: _, ...data } = screening as NonNullable<typeof screening>
    return transaction.screening.create({ data: data as never })
  },
}

const reason = {
  reasonGroup: 'patient-preference',
  reasonCode: 'declines-surgery',
  reasonText: null,
}

/** Decisions on one screening after another, each on its own. */
export const decisionsOn = (screeningIds: Iterator<string>): RecordKind => ({
  actOf: (writer) => {
    const { value: screeningId = '' } = screeningIds.next()
    const row: Decision = {
      ...{ id: nextId(), screeningId, kind: 'not-pursued', levels: [], until: null, departs: true },
      ...{ ...reason, note: null, replacesId: null, authorId: writer.accountId },
      decidedAt: new Date(),
    }
    return { ...told(writer, 'decision', row.id), decision: row }
  },
  store: (transaction, { decision }) =>
    transaction.decision.create({ data: decision as NonNullable<typeof decision> }),
})
