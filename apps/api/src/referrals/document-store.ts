import type { DocumentChange, NewDocument, Referral } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import { type AskedChange, changedReferral } from './changed-referral.ts'
import { differencesOf } from './differences.ts'
import { addDocument, documentColumns, documentOf, tellDocument } from './document.ts'

/** The documents a referral waits for or has received: records, not files. */
export function documentStore(database: Database, clock: () => Date) {
  const changed = changedReferral(database, clock)
  return {
    /** Adds a document that is expected or has come. */
    add: (asked: AskedChange, document: NewDocument): Promise<Referral> =>
      changed(asked, (transaction, { id }) => addDocument(transaction, id, document)),

    /** Corrects a document's record; refused when the referral has no such document or nothing differs. */
    correct: (asked: AskedChange, documentId: string, change: DocumentChange): Promise<Referral> =>
      changed(asked, async (transaction, { id: referralId }) => {
        const where = { id: documentId, referralId }
        const row = await transaction.referralDocument.findUnique({ where })
        if (!row) throw new Refused('not-found')
        const { id, ...from } = documentOf(row)
        const to = { ...from, ...differencesOf<NewDocument>(from, change).to }
        await transaction.referralDocument.update({ where, data: documentColumns(to) })
        const event = { kind: 'document', what: tellDocument(to) } as const
        return { event: { ...event, from: { id, ...from }, to: { id, ...to } } }
      }),
  }
}

export type DocumentStore = ReturnType<typeof documentStore>
