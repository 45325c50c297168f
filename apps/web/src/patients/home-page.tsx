import { Link } from 'react-router'
import { mayRecord, useWho } from '../session.ts'
import { PlusIcon } from '../ui/icons.tsx'
import { FindPatient } from './find-patient.tsx'
import './patients.css'

/** The start: find a patient, or register one. */
export function HomePage() {
  const who = useWho()
  return (
    <div className="page page-narrow">
      <title>Find a patient · Kyphoscreen</title>
      <div className="page-head">
        <h1>Find a patient</h1>
        {mayRecord(who) ? (
          <Link className="button" to="/patients/new">
            <PlusIcon /> Register a patient
          </Link>
        ) : null}
      </div>
      <FindPatient />
    </div>
  )
}
