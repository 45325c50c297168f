import type { DocumentChange, DocumentKind, NewDocument, Referral } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import { dateOf } from '../stored-day.ts'
import { type AskedChange, changedReferral } from './changed-referral.ts'
import { differencesOf } from './differences.ts'
import { documentOf } from './referral-of.ts'

const kindNames: Record<DocumentKind, string> = {
  'mri-report': 'MRI report',
  imaging: 'imaging',
  'medication-list': 'medication list',
  'therapy-notes': 'therapy notes',
  'referral-letter': 'referral letter',
  other: 'other document',
}

const columnsOf = ({ kind, note, expectedOn, receivedOn, documentOn }: NewDocument) => ({
  kind,
  note,
  expectedOn: expectedOn === null ? null : dateOf(expectedOn),
  receivedOn: receivedOn === null ? null : dateOf(receivedOn),
  documentOn: documentOn === null ? null : dateOf(documentOn),
})

const came = ({ kind, receivedOn }: NewDocument) =>
  `${receivedOn === null ? 'Expected' : 'Received'}: ${kindNames[kind]}`

/** The documents a referral waits for or has received: records, not files. */
export function documentStore(database: Database, clock: () => Date) {
  const changed = changedReferral(database, clock)
  return {
    /** Adds a document that is expected or has come. */
    add: (asked: AskedChange, document: NewDocument): Promise<Referral> =>
      changed(asked, async (transaction, { id }) => {
        const data = { ...columnsOf(document), referralId: id }
        const to = documentOf(await transaction.referralDocument.create({ data }))
        return { event: { kind: 'document', what: came(document), to } }
      }),

    /** Corrects a document's record; refused when the referral has no such document or nothing differs. */
    correct: (asked: AskedChange, documentId: string, change: DocumentChange): Promise<Referral> =>
      changed(asked, async (transaction, { id: referralId }) => {
        const where = { id: documentId, referralId }
        const row = await transaction.referralDocument.findUnique({ where })
        if (!row) throw new Refused('not-found')
        const { id, ...from } = documentOf(row)
        const to = { ...from, ...differencesOf<NewDocument>(from, change).to }
        await transaction.referralDocument.update({ where, data: columnsOf(to) })
        const event = { kind: 'document', what: came(to) } as const
        return { event: { ...event, from: { id, ...from }, to: { id, ...to } } }
      }),
  }
}

export type DocumentStore = ReturnType<typeof documentStore>
