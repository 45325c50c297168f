import {
  Decision,
  Decisions,
  Impression,
  type NewDecision,
  type NewImpression,
} from '@kyphoscreen/api/contract'
import { request } from '../request.ts'

/** The server's routes of the decisions on one screening. */
export const decisionApi = {
  read: (screeningId: string) => request('GET', `/screenings/${screeningId}/decisions`, Decisions),
  record: (screeningId: string, body: NewDecision, key: string) =>
    request('POST', `/screenings/${screeningId}/decisions`, Decision, { body, key }),
  recordImpression: (screeningId: string, body: NewImpression, key: string) =>
    request('POST', `/screenings/${screeningId}/impression`, Impression, { body, key }),
}
