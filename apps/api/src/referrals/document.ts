import type { ReferralDocument as DocumentRow } from '../../generated/prisma/client.ts'
import type { DocumentKind, NewDocument, ReferralDocument } from '../contract.ts'
import type { Transaction } from '../idempotency/once.ts'
import { dateOf, dayOf } from '../stored-day.ts'
import type { Done, NewEvent } from './change.ts'

const kindNames: Record<DocumentKind, string> = {
  'mri-report': 'MRI report',
  imaging: 'imaging',
  'medication-list': 'medication list',
  'therapy-notes': 'therapy notes',
  'referral-letter': 'referral letter',
  other: 'other document',
}

/** Gives the columns of a document's record. */
export const documentColumns = ({
  kind,
  note,
  expectedOn,
  receivedOn,
  documentOn,
}: NewDocument) => ({
  kind,
  note,
  expectedOn: expectedOn === null ? null : dateOf(expectedOn),
  receivedOn: receivedOn === null ? null : dateOf(receivedOn),
  documentOn: documentOn === null ? null : dateOf(documentOn),
})

/** Tells of a document that it is expected or has come. */
export const tellDocument = ({ kind, receivedOn }: NewDocument): string =>
  `${receivedOn === null ? 'Expected' : 'Received'}: ${kindNames[kind]}`

/** Tells that a document was added. */
export const documentEvent = (document: ReferralDocument): NewEvent => ({
  kind: 'document',
  what: tellDocument(document),
  to: document,
})

/** Gives a document's record as the contract has it. */
export const documentOf = (row: DocumentRow): ReferralDocument => ({
  id: row.id,
  kind: row.kind as DocumentKind,
  note: row.note,
  expectedOn: row.expectedOn && dayOf(row.expectedOn),
  receivedOn: row.receivedOn && dayOf(row.receivedOn),
  documentOn: row.documentOn && dayOf(row.documentOn),
})

/** Adds a document to a referral that is being changed. */
export async function addDocument(
  transaction: Transaction,
  referralId: string,
  document: NewDocument,
): Promise<Done> {
  const data = { ...documentColumns(document), referralId }
  const row = await transaction.referralDocument.create({ data })
  return { event: documentEvent(documentOf(row)) }
}
