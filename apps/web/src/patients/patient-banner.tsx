import type { Patient } from '@kyphoscreen/api/contract'
import { sexWords, writeBirth, writeName } from '../facts/write-patient.ts'
import { today } from '../today.ts'

/** Whose page this is, on every page about a patient. */
export const PatientBanner = ({ patient }: { patient: Patient }) => (
  <section className="patient-banner" aria-label="Patient">
    <strong className="patient-name">{writeName(patient)}</strong>
    <span>{writeBirth(patient.birthDate, today())}</span>
    <span>{sexWords[patient.sex]}</span>
    <span>
      MRN <b>{patient.mrn}</b>
    </span>
  </section>
)
