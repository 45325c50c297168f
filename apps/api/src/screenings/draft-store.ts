import type { Draft as DraftRow, Prisma } from '../../generated/prisma/client.ts'
import type { Draft, SavedDraft } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'

/** Whose draft, and for which patient. */
export type DraftOf = { accountId: string; patientId: string }

const draftOf = ({ form, savedAt }: DraftRow): SavedDraft => ({
  form: form as Draft['form'],
  savedAt: savedAt.toISOString(),
})

/** The unfinished screenings, one an author and patient. */
export const draftStore = (database: Database, clock: () => Date) => ({
  /** Gives a draft; refused when there is none. */
  async read(of: DraftOf): Promise<SavedDraft> {
    const row = await database.draft.findUnique({ where: { accountId_patientId: of } })
    if (!row) throw new Refused('not-found')
    return draftOf(row)
  },

  /** Keeps a draft in place of the one before; refused when there is no such patient. */
  async save(of: DraftOf, draft: Draft): Promise<SavedDraft> {
    const patient = await database.patient.findUnique({ where: { id: of.patientId } })
    if (!patient) throw new Refused('not-found')
    const kept = { form: draft.form as Prisma.InputJsonObject, savedAt: clock() }
    const row = await database.draft.upsert({
      where: { accountId_patientId: of },
      create: { ...of, ...kept },
      update: kept,
    })
    return draftOf(row)
  },

  /** Discards a draft, whether or not there is one. */
  async discard(of: DraftOf): Promise<void> {
    await database.draft.deleteMany({ where: of })
  },
})

export type DraftStore = ReturnType<typeof draftStore>
