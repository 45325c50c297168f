import type { Account, Decision, Screening } from '../../generated/prisma/client.ts'
import type { Told } from '../audit/append.ts'
import { type NewEntry, theServer } from '../audit/entry.ts'
import type { NewPatient } from '../contract.ts'
import type { Seeded } from './seed-referrals.ts'

const byServer = (entry: NewEntry): Told => ({ by: theServer, entry })

/** Tells that the server made an account of the demonstration. */
export const toldOfAccount = ({ id, username, displayName, role }: Account): Told =>
  byServer({
    action: 'account-made',
    on: { kind: 'account', id },
    details: { after: { username, displayName, role } },
  })

/** Tells that the server registered an invented patient. */
export const toldOfPatient = (id: string, patient: NewPatient): Told =>
  byServer({
    action: 'patient-registered',
    on: { kind: 'patient', id },
    patientId: id,
    details: { after: { ...patient } },
  })

/** Tells that the server recorded a screening of an invented patient, so that a receipt of it can be made. */
export const toldOfScreening = (screening: Screening): Told => ({
  by: theServer,
  entry: {
    action: 'screening-recorded',
    on: { kind: 'screening', id: screening.id },
    patientId: screening.patientId,
    ruleset: { version: screening.rulesetVersion, hash: screening.rulesetHash },
  },
  record: { screening },
})

/** Tells that the server recorded a decision on a screening of an invented patient. */
export const toldOfDecision = ({
  decision,
  screening: { patientId, rulesetVersion: version, rulesetHash: hash },
}: {
  decision: Decision
  screening: Screening
}): Told => ({
  by: theServer,
  entry: {
    action: 'decision-recorded',
    on: { kind: 'decision', id: decision.id },
    ...{ patientId, ruleset: { version, hash }, reason: decision.reasonCode },
  },
  record: { decision },
})

/** Tells that the server took in an invented referral. */
export const toldOfReferral = ({ id, patientId }: Seeded): Told =>
  byServer({ action: 'referral-received', on: { kind: 'referral', id }, patientId })
