import type { Patient, PatientsFound } from '@kyphoscreen/api/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api.ts'
import { PatientSearch } from '../facts/patient-search.tsx'
import { sexWords, writeBirth, writeName } from '../facts/write-patient.ts'
import { Loaded } from '../loaded.tsx'
import { today } from '../today.ts'

const sought = ['sought'] as const

type FoundProps = { patient: Patient; leadsTo: string }

const Found = ({ patient, leadsTo }: FoundProps) => (
  <li>
    <Link to={`/patients/${patient.id}${leadsTo}`} className="found">
      <strong>{writeName(patient)}</strong>
      <span className="fine">
        {writeBirth(patient.birthDate, today())} · {sexWords[patient.sex]} · MRN {patient.mrn}
      </span>
    </Link>
  </li>
)

const countOf = ({ patients, total }: PatientsFound) =>
  total > patients.length
    ? `The first ${patients.length} of ${total} patients. Type more of the name to see fewer.`
    : `${total} ${total === 1 ? 'patient' : 'patients'} found.`

type FoundPatientsProps = { found: PatientsFound; leadsTo: string }

const FoundPatients = ({ found, leadsTo }: FoundPatientsProps) =>
  found.total === 0 ? (
    <p className="empty" role="status">
      No patient found. Check the spelling, or search by MRN.
    </p>
  ) : (
    <>
      <p className="fine" role="status">
        {countOf(found)}
      </p>
      <ul className="found-list">
        {found.patients.map((patient) => (
          <Found key={patient.id} patient={patient} leadsTo={leadsTo} />
        ))}
      </ul>
    </>
  )

/** Searches patients by MRN or name; the last search is kept in memory for the way back. */
export function FindPatient({ leadsTo }: { leadsTo: string }) {
  const queries = useQueryClient()
  const { data: text = '' } = useQuery<string>({
    queryKey: sought,
    queryFn: () => '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const found = useQuery({
    queryKey: ['found', text],
    queryFn: () => api.findPatients(text),
    enabled: text !== '',
  })
  const search = (typed: string) => {
    if (typed === text && typed !== '') void found.refetch()
    queries.setQueryData(sought, typed)
  }
  return (
    <>
      <PatientSearch
        className="find"
        id="find-text"
        text={text}
        onSearch={search}
        hint="The whole MRN, or how the family or given name begins."
        isFirst
      />
      {text === '' ? null : (
        <Loaded query={found} what="the patients">
          {(read) => <FoundPatients found={read} leadsTo={leadsTo} />}
        </Loaded>
      )}
    </>
  )
}
