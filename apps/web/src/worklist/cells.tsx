import type { WorklistRow } from '@kyphoscreen/api/contract'
import { type Day, writeDay } from '@kyphoscreen/rules'
import { Link } from 'react-router'
import { writeBirth, writeName } from '../facts/write-patient.ts'
import { standingWords } from '../handling/wording.ts'
import { Shape } from '../result/shape.tsx'
import { WarningIcon } from '../ui/icons.tsx'
import { writeClosing, writeDecisive, writeNextChange } from './write-row.ts'

type RowProps = { row: WorklistRow; asOf: Day }

/** Whose referral a row is, leading to it. */
export const PatientCell = ({ row: { id, patient, receivedOn }, asOf }: RowProps) => (
  <th scope="row" className="patient-cell">
    <Link to={`/referrals/${id}`}>{writeName(patient)}</Link>
    <span className="fine">{writeBirth(patient.birthDate, asOf)}</span>
    <span className="fine">MRN {patient.mrn}</span>
    <span className="fine">received {writeDay(receivedOn)}</span>
  </th>
)

const Mark = ({ outcome, urgent }: Pick<WorklistRow, 'outcome' | 'urgent'>) =>
  outcome === 'no-level' || outcome === 'contradiction' ? (
    <WarningIcon className="icon row-mark" />
  ) : (
    <Shape of={urgent ? 'urgent' : outcome} />
  )

const Decisive = ({ row }: { row: WorklistRow }) => (
  <>
    {row.conflicts > 0 ? (
      <span className="row-conflict">
        <WarningIcon className="icon row-mark" />
        {row.conflicts === 1 ? '1 fact' : `${row.conflicts} facts`} in conflict
      </span>
    ) : null}
    {writeDecisive(row.decisive).map((fact) => (
      <span key={fact}>{fact}</span>
    ))}
    {row.decisive.length === 0 && row.conflicts === 0 ? (
      <span className="fine">nothing</span>
    ) : null}
  </>
)

/** What is known of a referral as of today: the outcome, what decides, and when the calendar changes it. */
export function StandingCells({ row, asOf }: RowProps) {
  const next = writeNextChange(row)
  const closes = writeClosing(row.closesOn, asOf)
  return (
    <>
      <td data-label="Outcome today">
        <span className="row-outcome">
          <Mark {...row} />
          <span>
            {row.urgent ? 'Urgent: ' : ''}
            {standingWords[row.outcome]}
          </span>
        </span>
      </td>
      <td data-label="What decides" className="lines">
        <Decisive row={row} />
      </td>
      <td data-label="Next change">{next ?? <span className="fine">none</span>}</td>
      <td data-label="Window closes">{closes ?? <span className="fine">no day known</span>}</td>
    </>
  )
}
