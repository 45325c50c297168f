import { DocumentKind, type NewDocument } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import { z } from 'zod'
import { chosen, maybeDay, maybeText } from '../handling/typed.ts'
import { documentWords } from '../handling/wording.ts'

/** A document as typed; what it gives is what is sent. */
export const DocumentTyped = z.object({
  kind: chosen(DocumentKind.options, 'Choose the kind of document.'),
  note: maybeText(200),
  expectedOn: maybeDay('Expected on'),
  receivedOn: maybeDay('Received on', { past: true }),
  documentOn: maybeDay('Date of the document', { past: true }),
})
export type DocumentTyped = z.input<typeof DocumentTyped>

const typedDay = (day: string | null) => (day === null ? '' : writeDay(day))

/** Gives a document as it would be typed. */
export const documentTypedFrom = (document: NewDocument): DocumentTyped => ({
  kind: document.kind,
  note: document.note ?? '',
  expectedOn: typedDay(document.expectedOn),
  receivedOn: typedDay(document.receivedOn),
  documentOn: typedDay(document.documentOn),
})

/** Writes how a document stands, `MRI report: received 10-Nov-2026, dated 08-Nov-2026`. */
export function writeDocument(document: NewDocument): string {
  const { kind, note, expectedOn, receivedOn, documentOn } = document
  const parts = [
    receivedOn ? `received ${writeDay(receivedOn)}` : 'not received yet',
    !receivedOn && expectedOn ? `expected ${writeDay(expectedOn)}` : null,
    documentOn ? `dated ${writeDay(documentOn)}` : null,
    note,
  ]
  return `${documentWords[kind]}: ${parts.filter((part) => part !== null).join(', ')}`
}
