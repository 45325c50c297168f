import {
  type Draft,
  type NewPatient,
  type NewPrint,
  type NewScreening,
  Patient,
  PatientsFound,
  SavedDraft,
  ScreeningHistory,
  SignedIn,
  type SignIn,
  StoredScreening,
} from '@kyphoscreen/api/contract'
import { z } from 'zod'
import { RequestFailed, request } from './request.ts'

const nothing = z.undefined()

/** The server, one function a route; each throws a `RequestFailed` when there is no answer. */
export const api = {
  signIn: (body: SignIn) => request('POST', '/session', SignedIn, { body }),
  whoIsSignedIn: () => request('GET', '/session', SignedIn),
  signOut: () => request('DELETE', '/session', nothing),

  findPatients: (text: string) =>
    request('POST', '/patients/search', PatientsFound, { body: { text }, reads: true }),
  registerPatient: (body: NewPatient, key: string) =>
    request('POST', '/patients', Patient, { body, key }),
  readPatient: (id: string) => request('GET', `/patients/${id}`, Patient),
  readHistory: (patientId: string) =>
    request('GET', `/patients/${patientId}/screenings`, ScreeningHistory),

  recordScreening: (body: NewScreening, key: string) =>
    request('POST', '/screenings', StoredScreening, { body, key }),
  readScreening: (id: string) => request('GET', `/screenings/${id}`, StoredScreening),

  notePrint: (body: NewPrint) => request('POST', '/prints', nothing, { body, keepalive: true }),

  readDraft: (patientId: string) =>
    request('GET', `/patients/${patientId}/draft`, SavedDraft).catch(noneWhenNotFound),
  saveDraft: (patientId: string, body: Draft, keepalive = false) =>
    request('PUT', `/patients/${patientId}/draft`, SavedDraft, { body, keepalive }),
  discardDraft: (patientId: string) =>
    request('DELETE', `/patients/${patientId}/draft`, nothing).catch(noneWhenNotFound),
}

function noneWhenNotFound(error: unknown): null {
  const failure = error instanceof RequestFailed ? error.failure : undefined
  if (failure?.kind === 'refused' && failure.problem.status === 404) return null
  throw error
}

/** Makes a key that no other creating request carries. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
