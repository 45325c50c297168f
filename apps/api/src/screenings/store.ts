import type { ScreeningResult } from '@kyphoscreen/rules'
import type { NewScreening, Screening, ScreeningHistory, ScreeningSummary } from '../contract.ts'
import { once, type Retry, type Transaction } from '../idempotency/once.ts'
import type { Database } from '../postgres/client.ts'
import { Refused, refusedField } from '../problems.ts'
import { screenedColumns } from './screened-columns.ts'
import { type RecordedRow, recordOf, screeningOf } from './screening-of.ts'

const summaryOf = (row: RecordedRow): ScreeningSummary => {
  const { outcome, urgent, headline, assessedOn } = row.result as unknown as ScreeningResult
  return { ...recordOf(row), outcome, urgent, headline, assessedOn }
}

/** The recorded screenings: append-only; a correction is a new one. */
export function screeningStore(database: Database, clock: () => Date) {
  const insert = async (
    transaction: Transaction,
    { patientId, findings }: NewScreening,
    authorId: string,
  ): Promise<Screening> => {
    const patient = await transaction.patient.findUnique({ where: { id: patientId } })
    if (!patient) {
      throw refusedField('/patientId', 'names no patient; search for the patient again')
    }
    const row = await transaction.screening.create({
      data: { patientId, authorId, recordedAt: clock(), ...screenedColumns(findings) },
      include: { author: true },
    })
    await transaction.draft.deleteMany({ where: { accountId: authorId, patientId } })
    return screeningOf(row)
  }

  return {
    /** Screens the findings and records them with the answer, once a key; the author's draft ends with it. */
    record: (screening: NewScreening, authorId: string, retry?: Retry): Promise<Screening> =>
      once(database, retry, (transaction) => insert(transaction, screening, authorId)),

    /** Gives a screening as it was recorded; refused when there is none. */
    async read(id: string): Promise<Screening> {
      const row = await database.screening.findUnique({ where: { id }, include: { author: true } })
      if (!row) throw new Refused('not-found')
      return screeningOf(row)
    },

    /** Lists a patient's screenings, newest first; refused when there is no such patient. */
    async historyOf(patientId: string): Promise<ScreeningHistory> {
      const patient = await database.patient.findUnique({
        where: { id: patientId },
        include: {
          screenings: {
            include: { author: true },
            orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
          },
        },
      })
      if (!patient) throw new Refused('not-found')
      return { screenings: patient.screenings.map(summaryOf) }
    },
  }
}

export type ScreeningStore = ReturnType<typeof screeningStore>
