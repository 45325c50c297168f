import type { Findings, ScreeningResult } from '@kyphoscreen/rules'
import type { Account, Screening as ScreeningRow } from '../../generated/prisma/client.ts'
import type { GatheredFact, Screening, WithheldScreening } from '../contract.ts'

/** A recorded screening as it was stored, without whether its reading is signed off, which its row cannot know. */
export type ScreeningRecord = Omit<Screening, 'reading'>

/** A screening as it is stored, with who recorded it. */
export type RecordedRow = ScreeningRow & { author: Pick<Account, 'displayName' | 'role'> }

/** Gives what every view of a recorded screening tells: which, of whom, when and by whom. */
export const recordOf = ({ id, patientId, recordedAt, author }: RecordedRow) => ({
  id,
  patientId,
  recordedAt: recordedAt.toISOString(),
  recordedBy: { displayName: author.displayName, role: author.role },
})

const findingsOf = (row: RecordedRow) => ({
  ...recordOf(row),
  findings: row.findings as Findings,
  ...(row.referralId !== null && {
    referral: { id: row.referralId, facts: row.facts as GatheredFact[] },
  }),
})

/** Gives a recorded screening as the contract has it; one recorded from a referral has the evidence of its findings. */
export const screeningOf = (row: RecordedRow): ScreeningRecord => ({
  ...findingsOf(row),
  result: row.result as unknown as ScreeningResult,
})

/** Gives a recorded screening without its result. */
export const withheldOf = (row: RecordedRow): WithheldScreening => ({
  ...findingsOf(row),
  withheld: true,
})
