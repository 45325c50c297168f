import type { Patient } from '@kyphoscreen/api/contract'
import { today } from '../today.ts'
import { sexWords, writeBirth, writeName } from './write-patient.ts'
import './patient-banner.css'

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
