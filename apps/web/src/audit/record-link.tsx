import type { AuditEntry } from '@kyphoscreen/api/contract'
import { Link } from 'react-router'
import { writeName } from '../facts/write-patient.ts'
import { writeCode, writeCount } from './entry-words.ts'

type Recorded = Pick<AuditEntry, 'on' | 'patient' | 'shown'>

const addressOf = ({ on, patient }: Recorded): string | null => {
  if (on === null) return null
  if (on.kind === 'referral') return `/referrals/${on.id}`
  if (on.kind === 'import') return `/imports/${on.id}`
  if (on.kind === 'audit-entry') return `/audit/entries/${on.id}`
  if (on.kind === 'sign-off') return '/rules#sign-off'
  if (on.kind === 'screening' && patient) return `/patients/${patient.id}/screenings/${on.id}`
  return null
}

const named = ['setting', 'audit-log', 'log']

const nameOf = ({ kind, id }: NonNullable<AuditEntry['on']>) =>
  named.includes(kind) ? `${writeCode(kind)} ${writeCode(id)}` : writeCode(kind)

/** An operation stands with the action, a patient by name. */
const namedElsewhere = ['operation', 'patient']

const OnWhat = (recorded: Recorded) => {
  const { on } = recorded
  if (on === null || namedElsewhere.includes(on.kind)) return null
  const address = addressOf(recorded)
  return <span>{address === null ? nameOf(on) : <Link to={address}>{nameOf(on)}</Link>}</span>
}

/** Whom an entry is about, leading there. */
export const OfWhom = ({ patient }: Pick<AuditEntry, 'patient'>) => {
  if (patient === null) return null
  if (patient.known === null) return <span>a patient who is not in the clinic’s register</span>
  return (
    <>
      <Link to={`/patients/${patient.id}`}>{writeName(patient.known)}</Link>
      <span className="fine">MRN {patient.known.mrn}</span>
    </>
  )
}

const Shown = ({ shown }: Pick<AuditEntry, 'shown'>) =>
  shown === 0 ? null : (
    <span className="fine">
      showed {writeCount(shown)} {shown === 1 ? 'patient' : 'patients'}
    </span>
  )

/** Whom and what an entry is about, leading there. */
export const RecordLink = (entry: AuditEntry) => {
  const { patient, on, shown } = entry
  const isNothing = patient === null && (on === null || on.kind === 'operation') && shown === 0
  if (isNothing) return <span className="fine">none</span>
  return (
    <>
      <OfWhom patient={patient} />
      <OnWhat {...entry} />
      <Shown shown={shown} />
    </>
  )
}
