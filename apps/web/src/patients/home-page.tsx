import { Link, useSearchParams } from 'react-router'
import { mayRecord, useWho } from '../session.ts'
import { PlusIcon } from '../ui/icons.tsx'
import { FindPatient } from './find-patient.tsx'
import './patients.css'

/** Finds a patient, or leads to registering one; on the way to a new referral, on to it. */
export function HomePage() {
  const who = useWho()
  const forReferral = useSearchParams()[0].get('for') === 'referral'
  return (
    <div className="page page-narrow">
      <title>Find a patient · Kyphoscreen</title>
      <div className="page-head">
        <h1>{forReferral ? 'New referral: find the patient' : 'Find a patient'}</h1>
        {mayRecord(who) ? (
          <Link
            className="button"
            to={forReferral ? '/patients/new?for=referral' : '/patients/new'}
          >
            <PlusIcon /> Register a patient
          </Link>
        ) : null}
      </div>
      <FindPatient leadsTo={forReferral ? '/referrals/new' : ''} />
    </div>
  )
}
