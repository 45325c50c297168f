import type { Patient, Screening } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { DecisionSection } from '../decisions/decision-section.tsx'
import { writeName } from '../facts/write-patient.ts'
import { writeInstant } from '../instant.ts'
import { usePrintIdentifiers } from '../print-identifiers.ts'
import { usePrintNoted } from '../print-noted.ts'
import { Receipt } from '../receipt.tsx'
import { Horizon } from '../result/horizon.tsx'
import { ResultView } from '../result/result-view.tsx'
import { AgreementNotice } from './agreement.tsx'
import { EvidenceView } from './evidence-view.tsx'
import { FindingsView } from './findings-view.tsx'
import { UnderRulesInForce } from './in-force.tsx'
import { NoteCard } from './note-card.tsx'
import './recorded.css'

type RecordedViewProps = {
  patient: Patient
  screening: Screening
  altered: boolean
  differs: boolean
  mayCorrect: boolean
  history: ReactNode
}

/** A recorded screening: the server’s answer, the findings it rests on, who and when. */
export function RecordedView(props: RecordedViewProps) {
  const { patient, screening, altered, differs, mayCorrect, history } = props
  const { findings, result, recordedAt, recordedBy, id } = screening
  usePrintIdentifiers(
    `${writeName(patient)} · born ${writeDay(patient.birthDate)} · MRN ${patient.mrn} · assessed ${writeDay(result.assessedOn)}`,
  )
  usePrintNoted('screening', id)
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Screening of {writeDay(result.assessedOn)}</h1>
          <p className="fine">
            Recorded {writeInstant(recordedAt)} by {recordedBy.displayName}, {recordedBy.role}
          </p>
        </div>
        <div className="actions">
          <button type="button" className="button" onClick={() => print()}>
            Print
          </button>
          <Link className="button" to="handout">
            Patient handout
          </Link>
          {mayCorrect ? (
            <Link className="button" to={`/patients/${patient.id}/screening?from=${id}`}>
              Correct by a new screening
            </Link>
          ) : null}
        </div>
      </div>
      <AgreementNotice screening={screening} altered={altered} differs={differs} />
      <div className="recorded">
        <section aria-labelledby="result-heading">
          <h2 id="result-heading" className="visually-hidden">
            Result
          </h2>
          <ResultView result={result} recordedAt={recordedAt}>
            <Horizon findings={findings} />
          </ResultView>
          <p className="fine hash">Ruleset hash {result.ruleset.hash}</p>
          <UnderRulesInForce screening={screening} />
          <Receipt of="screening" id={id} />
        </section>
        <div className="recorded-side">
          <DecisionSection screening={screening} />
          <FindingsView findings={findings} />
          {screening.referral ? <EvidenceView referral={screening.referral} /> : null}
          <NoteCard screening={screening} patient={patient} />
          {history}
        </div>
      </div>
    </>
  )
}
