import type { Patient, WithheldScreening } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import { ImpressionForm } from '../decisions/impression-form.tsx'
import { writeName } from '../facts/write-patient.ts'
import { writeInstant } from '../instant.ts'
import { usePrintIdentifiers } from '../print-identifiers.ts'
import { EvidenceView } from './evidence-view.tsx'
import { FindingsView } from './findings-view.tsx'
import './recorded.css'

type WithheldViewProps = { patient: Patient; screening: WithheldScreening }

/** A recorded screening whose outcome this surgeon has not seen: its findings, and the question for an impression. */
export function WithheldView({ patient, screening }: WithheldViewProps) {
  const { findings, recordedAt, recordedBy, referral } = screening
  const assessedOn = writeDay(findings.assessedOn)
  usePrintIdentifiers(
    `${writeName(patient)} · born ${writeDay(patient.birthDate)} · MRN ${patient.mrn} · assessed ${assessedOn}`,
  )
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Screening of {assessedOn}</h1>
          <p className="fine">
            Recorded {writeInstant(recordedAt)} by {recordedBy.displayName}, {recordedBy.role}
          </p>
        </div>
      </div>
      <div className="recorded">
        <div className="recorded-side">
          <FindingsView findings={findings} />
          {referral ? <EvidenceView referral={referral} /> : null}
        </div>
        <section className="card no-print" aria-labelledby="impression-heading">
          <h2 id="impression-heading">Your impression first</h2>
          <p className="fine">
            This clinic asks for a surgeon’s impression before the outcome is shown. The outcome
            follows when yours is recorded; it then stays beside it.
          </p>
          <ImpressionForm screening={screening} />
        </section>
      </div>
    </>
  )
}
