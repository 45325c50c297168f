import type { Patient, PatientsFound } from '@kyphoscreen/api/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api.ts'
import { PatientSearch } from '../facts/patient-search.tsx'
import { sexWords, writeBirth, writeName } from '../facts/write-patient.ts'
import { useKept } from '../kept.ts'
import { Loaded } from '../loaded.tsx'
import { today } from '../today.ts'
import { addressOf, everything } from './audit-address.ts'

type ChosenProps = { onChoose: (patient: Patient) => void }

const Found = ({ patient, onChoose }: ChosenProps & { patient: Patient }) => (
  <li>
    <Link
      className="found"
      to={`?${addressOf({ ...everything, patientId: patient.id })}`}
      preventScrollReset
      onClick={() => onChoose(patient)}
    >
      <strong>{writeName(patient)}</strong>
      <span className="fine">
        {writeBirth(patient.birthDate, today())} · {sexWords[patient.sex]} · MRN {patient.mrn}
      </span>
    </Link>
  </li>
)

const Several = ({ found, onChoose }: ChosenProps & { found: PatientsFound }) => {
  const { patients, total } = found
  if (total === 0) {
    return (
      <p className="fine" role="status">
        No patient found. Check the spelling, or search by MRN.
      </p>
    )
  }
  return (
    <>
      <p className="fine" role="status">
        {total > patients.length
          ? `The first ${patients.length} of ${total} patients. Type more of the name to see fewer.`
          : `${total} ${total === 1 ? 'patient' : 'patients'} found. Choose one.`}
      </p>
      <ul className="audit-found">
        {patients.map((patient) => (
          <Found key={patient.id} patient={patient} onChoose={onChoose} />
        ))}
      </ul>
    </>
  )
}

/** The first way in: finds a patient, and leads to who touched that patient’s record. */
export function WhoTouched({ onChoose }: ChosenProps) {
  const [text, setText] = useKept('audit-sought', '')
  const found = useQuery({
    queryKey: ['found', text],
    queryFn: () => api.findPatients(text),
    enabled: text !== '',
  })
  return (
    <section className="card" aria-labelledby="who-touched">
      <h2 id="who-touched">Who touched this patient</h2>
      <PatientSearch key={text} id="audit-patient" text={text} onSearch={setText} />
      {text === '' ? null : (
        <Loaded query={found} what="the patients">
          {(read) => (
            <Several
              found={read}
              onChoose={(patient) => {
                setText('')
                onChoose(patient)
              }}
            />
          )}
        </Loaded>
      )}
    </section>
  )
}
