import { Day } from '@kyphoscreen/rules'
import { z } from 'zod'
import { Author, Person } from './author.ts'
import { line, prose } from './texts.ts'

/** The kinds of document a referral waits for; records, not files. */
export const DocumentKind = z.enum([
  'mri-report',
  'imaging',
  'medication-list',
  'therapy-notes',
  'referral-letter',
  'other',
])
export type DocumentKind = z.infer<typeof DocumentKind>

/** A document that is expected, or that has come; `documentOn` is the day it is of, such as the day of imaging. */
export const NewDocument = z.strictObject({
  kind: DocumentKind,
  note: line(200).nullable(),
  expectedOn: Day.nullable(),
  receivedOn: Day.nullable(),
  documentOn: Day.nullable(),
})
export type NewDocument = z.infer<typeof NewDocument>

export const ReferralDocument = NewDocument.extend({ id: z.uuid() })
export type ReferralDocument = z.infer<typeof ReferralDocument>

/** What is corrected of a document's record; a field that is left out stays. */
export const DocumentChange = NewDocument.partial()
export type DocumentChange = z.infer<typeof DocumentChange>

/** Something to do for a referral by a day. */
export const NewTask = z.strictObject({ what: line(200), dueOn: Day, ownerId: z.uuid().nullable() })
export type NewTask = z.infer<typeof NewTask>

export const Task = z.strictObject({
  id: z.uuid(),
  what: z.string(),
  dueOn: Day,
  owner: Person.nullable(),
  done: z.strictObject({ by: Author, at: z.iso.datetime() }).nullable(),
})
export type Task = z.infer<typeof Task>

/** Whether a task is done. */
export const TaskChange = z.strictObject({ done: z.boolean() })
export type TaskChange = z.infer<typeof TaskChange>

/** A note of a referral; it stays as written. */
export const NewNote = z.strictObject({ text: prose(4000) })
export type NewNote = z.infer<typeof NewNote>
