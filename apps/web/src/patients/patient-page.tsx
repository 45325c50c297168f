import type { Patient, ScreeningHistory } from '@kyphoscreen/api/contract'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useOutletContext } from 'react-router'
import { api } from '../api.ts'
import { Loaded } from '../loaded.tsx'
import { usePrintNoted } from '../print-noted.ts'
import { History } from '../result/history.tsx'
import { mayAudit, mayRecord, useWho } from '../session.ts'
import { PlusIcon } from '../ui/icons.tsx'

/** A patient: start a screening, everything recorded so far, and the referrals. */
export function PatientPage({ referrals }: { referrals: ReactNode }) {
  const patient = useOutletContext<Patient>()
  const who = useWho()
  const history = useQuery({
    queryKey: ['history', patient.id],
    queryFn: () => api.readHistory(patient.id),
  })
  usePrintNoted('patient', patient.id)
  return (
    <>
      <title>Patient · Kyphoscreen</title>
      <div className="page-head">
        <h1>Screenings</h1>
        {mayRecord(who) ? (
          <Link className="button button-main" to="screening">
            <PlusIcon /> New screening
          </Link>
        ) : null}
        {mayAudit(who) ? (
          <Link className="button" to={`/audit?patient=${patient.id}`}>
            Who touched this patient
          </Link>
        ) : null}
      </div>
      <Loaded query={history} what="the screenings of this patient">
        {({ screenings }: ScreeningHistory) => (
          <History patientId={patient.id} screenings={screenings} />
        )}
      </Loaded>
      {referrals}
    </>
  )
}
