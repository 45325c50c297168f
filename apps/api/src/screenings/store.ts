import type { Findings, ScreeningResult } from '@kyphoscreen/rules'
import type { Prisma, Screening as ScreeningRow } from '../../generated/prisma/client.ts'
import type { RecordAct } from '../audit/acts.ts'
import type {
  NewScreening,
  ScreeningHistory,
  ScreeningSummary,
  WithheldScreening,
} from '../contract.ts'
import { type Reader, withheldAmong } from '../decisions/blind-first.ts'
import { standing, standingDecisionOf, withAuthor } from '../decisions/decision-of.ts'
import { refuseErased } from '../erased.ts'
import type { Asking } from '../idempotency/key.ts'
import { rowIds } from '../imports/row-ids.ts'
import type { Database } from '../postgres/client.ts'
import { Refused, refusedField } from '../problems.ts'
import { screenedColumns } from './screened-columns.ts'
import {
  type RecordedRow,
  recordOf,
  type ScreeningRecord,
  screeningOf,
  withheldOf,
} from './screening-of.ts'

const withDecision = {
  author: true,
  decisions: { where: standing, include: withAuthor },
} as const satisfies Prisma.ScreeningInclude

type DecidedRow = Prisma.ScreeningGetPayload<{ include: typeof withDecision }>

const summaryOf = (row: DecidedRow, withheld: ReadonlySet<string>): ScreeningSummary => {
  const { assessedOn } = row.findings as Findings
  const line = { ...recordOf(row), assessedOn, referralId: row.referralId }
  if (withheld.has(row.id)) {
    return { ...line, outcome: null, urgent: null, headline: null, decision: null }
  }
  const { outcome, urgent, headline } = row.result as unknown as ScreeningResult
  const [decision] = row.decisions
  const standsOn = decision ? standingDecisionOf(decision) : null
  return { ...line, outcome, urgent, headline, decision: standsOn }
}

const entryOf = ({ id, patientId, rulesetVersion: version, rulesetHash: hash }: ScreeningRow) => ({
  action: 'screening-recorded' as const,
  on: { kind: 'screening', id },
  patientId,
  ruleset: { version, hash },
})

/** The recorded screenings: append-only; a correction is a new one. */
export function screeningStore(
  database: Database,
  { clock, recordAct }: { clock: () => Date; recordAct: RecordAct },
) {
  const nextId = rowIds()

  const rowOf = async (id: string): Promise<RecordedRow> => {
    const row = await database.screening.findUnique({ where: { id }, include: { author: true } })
    if (!row) throw new Refused('not-found')
    refuseErased(row)
    return row
  }

  /** The database takes nothing about somebody who was erased. */
  const refuseWhereErased = async (id: string, error: unknown) => {
    const patient = await database.patient.findUnique({ where: { id } })
    if (patient) refuseErased(patient)
    throw error
  }

  /** What an earlier version kept of a reply is the reply itself. */
  const again = async (kept: unknown): Promise<ScreeningRecord> =>
    typeof kept === 'object' && kept !== null && 'recorded' in kept
      ? screeningOf(await rowOf(String(kept.recorded)))
      : (kept as ScreeningRecord)

  return {
    /** Screens the findings and records them with the answer, once a key; the author's draft ends with it. */
    async record(
      { patientId, findings }: NewScreening,
      { by, accountId: authorId, retry }: Asking,
    ): Promise<ScreeningRecord> {
      const made = {
        id: nextId(),
        patientId,
        authorId,
        referralId: null,
        facts: null,
        erasedAt: null,
      }
      const columns = screenedColumns(findings) as Pick<
        ScreeningRow,
        keyof ReturnType<typeof screenedColumns>
      >
      const screening = { ...made, recordedAt: clock(), ...columns }
      const told = await recordAct({ by, entry: entryOf(screening), retry, screening }).catch(
        (error: unknown) => refuseWhereErased(patientId, error),
      )
      if (told.verdict === 'repeated') return again(told.body)
      if (told.verdict === 'stored') return screeningOf({ ...screening, author: told.author })
      throw refusedField('/patientId', 'names no patient; search for the patient again')
    },

    /** Gives a screening as it was recorded, without its result while that is withheld from the reader; refused when there is none. */
    async read(id: string, reader: Reader): Promise<ScreeningRecord | WithheldScreening> {
      const row = await rowOf(id)
      const withheld = await withheldAmong(database, [row], reader)
      return withheld.has(id) ? withheldOf(row) : screeningOf(row)
    },

    /** Lists a patient's screenings, newest first; refused when there is no such patient. */
    async historyOf(patientId: string, reader: Reader): Promise<ScreeningHistory> {
      const patient = await database.patient.findUnique({
        where: { id: patientId },
        include: {
          screenings: {
            include: withDecision,
            orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
          },
        },
      })
      if (!patient) throw new Refused('not-found')
      refuseErased(patient)
      const withheld = await withheldAmong(database, patient.screenings, reader)
      return { screenings: patient.screenings.map((row) => summaryOf(row, withheld)) }
    },
  }
}

export type ScreeningStore = ReturnType<typeof screeningStore>
