import {
  type BulkAssign,
  BulkAssigned,
  type DocumentChange,
  type NewDocument,
  type NewEvidence,
  type NewNote,
  type NewReferral,
  type NewReply,
  type NewRuling,
  type NewStep,
  type NewTask,
  PatientReferrals,
  People,
  Referral,
  type ReferralChange,
  ReplyDraft,
  StoredScreening,
  type TaskChange,
} from '@kyphoscreen/api/contract'
import { request } from '../request.ts'

/** A referral as it was seen: what is sent changes this version and no other. */
export type Seen = Pick<Referral, 'id' | 'version'>

const adds =
  <B>(part: string) =>
  ({ id, version }: Seen, body: B, key: string) =>
    request('POST', `/referrals/${id}/${part}`, Referral, { body, key, version })

/** The server's routes of one referral; every change names the version it was made from. */
export const referralApi = {
  people: () => request('GET', '/people', People),
  ofPatient: (patientId: string) =>
    request('GET', `/patients/${patientId}/referrals`, PatientReferrals),
  receive: (body: NewReferral, key: string) =>
    request('POST', '/referrals', Referral, { body, key }),
  read: (id: string) => request('GET', `/referrals/${id}`, Referral),
  change: ({ id, version }: Seen, body: ReferralChange) =>
    request('PATCH', `/referrals/${id}`, Referral, { body, version }),
  assign: (body: BulkAssign, key: string) =>
    request('POST', '/referrals/assign', BulkAssigned, { body, key }),

  step: adds<NewStep>('steps'),
  addNote: adds<NewNote>('notes'),
  addDocument: adds<NewDocument>('documents'),
  addTask: adds<NewTask>('tasks'),
  addEvidence: adds<NewEvidence>('evidence'),
  rule: adds<NewRuling>('rulings'),
  recordReply: adds<NewReply>('replies'),

  changeDocument: ({ id, version }: Seen, documentId: string, body: DocumentChange) =>
    request('PATCH', `/referrals/${id}/documents/${documentId}`, Referral, { body, version }),
  changeTask: ({ id, version }: Seen, taskId: string, body: TaskChange) =>
    request('PATCH', `/referrals/${id}/tasks/${taskId}`, Referral, { body, version }),
  draftReply: (id: string) => request('GET', `/referrals/${id}/reply`, ReplyDraft),
  recordScreening: ({ id, version }: Seen, key: string) =>
    request('POST', `/referrals/${id}/screenings`, StoredScreening, { key, version }),
}
