import type { Draft as DraftRow, Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../audit/entry.ts'
import type { AuditAction } from '../contract/audit-action.ts'
import type { Draft, SavedDraft } from '../contract.ts'
import { refuseErased } from '../erased.ts'
import { once } from '../idempotency/once.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'

/** Whose draft, for which patient, and who asks. */
export type DraftOf = { accountId: string; patientId: string; by: Actor }

const draftOf = ({ form, savedAt }: DraftRow): SavedDraft => ({
  form: form as Draft['form'],
  savedAt: savedAt.toISOString(),
})

/** What was typed stays out: it becomes part of the record, or it is gone. */
const told = (action: AuditAction, { patientId, by }: DraftOf) => ({
  by,
  entry: { action, on: { kind: 'draft', id: patientId }, patientId },
})

/** The unfinished screenings, one an author and patient. */
export const draftStore = (database: Database, clock: () => Date) => ({
  /** Gives a draft; refused when there is none. */
  async read({ accountId, patientId }: DraftOf): Promise<SavedDraft> {
    const where = { accountId_patientId: { accountId, patientId } }
    const row = await database.draft.findUnique({ where })
    if (!row) throw new Refused('not-found')
    return draftOf(row)
  },

  /** Keeps a draft in place of the one before; refused when there is no such patient. */
  save: (of: DraftOf, draft: Draft): Promise<SavedDraft> =>
    once(database, undefined, async (transaction, tell) => {
      const { accountId, patientId } = of
      const patient = await transaction.patient.findUnique({ where: { id: patientId } })
      if (!patient) throw new Refused('not-found')
      refuseErased(patient)
      const kept = { form: draft.form as Prisma.InputJsonObject, savedAt: clock() }
      const row = await transaction.draft.upsert({
        where: { accountId_patientId: { accountId, patientId } },
        create: { accountId, patientId, ...kept },
        update: kept,
      })
      tell(told('draft-saved', of))
      return draftOf(row)
    }),

  /** Discards a draft, whether or not there is one. */
  discard: (of: DraftOf): Promise<void> =>
    once(database, undefined, async (transaction, tell) => {
      const { accountId, patientId } = of
      await transaction.draft.deleteMany({ where: { accountId, patientId } })
      tell(told('draft-discarded', of))
    }),
})

export type DraftStore = ReturnType<typeof draftStore>
