import type { ScreeningResult } from '@kyphoscreen/rules'
import { type EvaluatedFindings, readingOf, type Screening, signOffOf } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import type { ScreeningRecord } from '../screenings/screening-of.ts'
import { readSignOffs } from './sign-off-of.ts'

/** Says beside every result that leaves the server whether a clinician has signed the reading it rests on. */
export const readingsOf = (database: Database) => ({
  /** A result that is not kept, with its reading as it stands now. */
  asOfNow: async (result: ScreeningResult): Promise<EvaluatedFindings> => ({
    ...result,
    reading: readingOf(signOffOf(await readSignOffs(database), result.ruleset)),
  }),

  /** A recorded screening, with its reading as it stood when it was recorded. */
  whenRecorded: async (screening: ScreeningRecord): Promise<Screening> => {
    const { result, recordedAt } = screening
    const signOff = signOffOf(await readSignOffs(database), result.ruleset, recordedAt)
    return { ...screening, reading: readingOf(signOff) }
  },
})

export type Readings = ReturnType<typeof readingsOf>
