import type { ScreeningSummary } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import { Link } from 'react-router'
import { writeDecision } from '../decisions/write-decision.ts'
import { writeInstant } from '../instant.ts'
import { Shape } from './shape.tsx'
import './history.css'
import { shortOutcomeWords } from './wording.ts'

const writeOutcome = ({ outcome, urgent }: Pick<ScreeningSummary, 'outcome' | 'urgent'>) =>
  outcome === null
    ? 'Your impression is asked for first'
    : `${urgent ? 'Urgent: ' : ''}${shortOutcomeWords[outcome]}`

const Decided = ({ decision }: Pick<ScreeningSummary, 'decision'>) =>
  decision === null ? (
    <p className="fine">No decision recorded.</p>
  ) : (
    <p>
      Decided: <strong>{writeDecision(decision)}</strong>
      {decision.departs ? ', departing from the outcome' : ''}
    </p>
  )

type HistoryProps = { patientId: string; screenings: readonly ScreeningSummary[] }

/** A patient’s recorded screenings, newest first; none is said in words. */
export function History({ patientId, screenings }: HistoryProps) {
  if (screenings.length === 0) {
    return <p className="empty">No screening has been recorded for this patient yet.</p>
  }
  return (
    <ol className="history">
      {screenings.map(({ id, assessedOn, ...screening }) => (
        <li key={id} className="history-entry">
          {screening.outcome === null ? null : (
            <Shape of={screening.urgent ? 'urgent' : screening.outcome} />
          )}
          <div>
            <Link to={`/patients/${patientId}/screenings/${id}`} className="history-link">
              {writeOutcome(screening)}
              <span className="visually-hidden">, assessed on {writeDay(assessedOn)}</span>
            </Link>
            {screening.outcome === null ? null : (
              <>
                <p>{screening.headline}</p>
                <Decided decision={screening.decision} />
              </>
            )}
            <p className="fine">
              Assessed on {writeDay(assessedOn)} · recorded {writeInstant(screening.recordedAt)} by{' '}
              {screening.recordedBy.displayName}, {screening.recordedBy.role}
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
