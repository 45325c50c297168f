import type {
  DocumentKind,
  NewDocument,
  NewReferral,
  NewTask,
  Referral,
  ReferralState,
} from '../src/contract.ts'
import { etagOf } from '../src/referrals/if-match.ts'
import { type RunningApp, registered } from './running-app.ts'

/** An invented referral to take in. */
export const newReferral = (patientId: string): NewReferral => ({
  patientId,
  externalId: null,
  referrer: {
    name: 'Dr. Petronella Wick',
    organisation: 'Mossbank practice',
    phone: '555 0100',
    fax: null,
  },
  receivedOn: '2026-11-20',
  reason: 'Back pain since a fall at home.\nPlease see.',
  priority: 'routine',
  ownerId: null,
  dueOn: null,
})

/** A document that is expected. */
export const expected = (kind: DocumentKind = 'mri-report'): NewDocument => ({
  kind,
  note: null,
  expectedOn: '2026-11-25',
  receivedOn: null,
  documentOn: null,
})

/** Something to do. */
export const toDo: NewTask = { what: 'Ring the practice', dueOn: '2026-11-24', ownerId: null }

/** Takes in a referral, of a new patient unless one is named. */
export async function receivedReferral(
  running: RunningApp,
  as: string,
  asked: Partial<NewReferral> = {},
): Promise<Referral> {
  const patientId = asked.patientId ?? (await registered(running, as)).id
  const body = { ...newReferral(patientId), ...asked }
  return (await running.send('POST', '/api/referrals', { as, body })).json()
}

/** Sends a change of a referral as somebody who has seen it as it is given here. */
export const sendChange = (
  { send }: RunningApp,
  as: string,
  seen: Pick<Referral, 'id' | 'version'>,
  [method, path, body]: [method: string, path: string, body: unknown],
) =>
  send(method, `/api/referrals/${seen.id}${path}`, {
    as,
    body,
    headers: { 'if-match': etagOf(seen) },
  })

/** Asks for a step. */
export const sendStep = (
  running: RunningApp,
  as: string,
  seen: Pick<Referral, 'id' | 'version'>,
  to: ReferralState,
) => sendChange(running, as, seen, ['POST', '/steps', { to, why: 'as was agreed' }])
