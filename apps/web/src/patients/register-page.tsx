import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { mayRecord, useWho } from '../session.ts'
import { Notice } from '../ui/notice.tsx'
import { RegisterForm } from './register-form.tsx'
import './patients.css'

/** Registers a patient and goes on to that patient’s page, or to the new referral. */
export function RegisterPage() {
  const who = useWho()
  const navigate = useNavigate()
  const forReferral = useSearchParams()[0].get('for') === 'referral'
  const queries = useQueryClient()
  return (
    <div className="page page-narrow">
      <title>Register a patient · Kyphoscreen</title>
      <p className="back">
        <Link to={forReferral ? '/patients?for=referral' : '/patients'}>Find a patient</Link>
      </p>
      <h1>Register a patient</h1>
      {mayRecord(who) ? (
        <RegisterForm
          onRegistered={async (patient) => {
            queries.setQueryData(['patient', patient.id], patient)
            await queries.invalidateQueries({ queryKey: ['found'] })
            await navigate(`/patients/${patient.id}${forReferral ? '/referrals/new' : ''}`)
          }}
        />
      ) : (
        <Notice>Surgeons and navigators register patients; your role reads them.</Notice>
      )}
    </div>
  )
}
