import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams } from 'react-router'
import { api } from '../api.ts'
import { PatientBanner } from '../facts/patient-banner.tsx'
import { Loaded } from '../loaded.tsx'
import './patients.css'

/** Reads the patient once for every page about that patient, and keeps the banner above them. */
export function PatientLayout() {
  const { patientId = '' } = useParams()
  const patient = useQuery({
    queryKey: ['patient', patientId],
    queryFn: () => api.readPatient(patientId),
  })
  return (
    <div className="patient-pages">
      <Loaded query={patient} what="the patient">
        {(read) => (
          <>
            <PatientBanner patient={read} />
            <div className="page" key={read.id}>
              <Outlet context={read} />
            </div>
          </>
        )}
      </Loaded>
    </div>
  )
}
