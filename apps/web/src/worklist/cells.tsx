import type { WorklistRow } from '@kyphoscreen/api/contract'
import { type Day, writeDay } from '@kyphoscreen/rules'
import { Link } from 'react-router'
import { writeBirth, writeName } from '../facts/write-patient.ts'
import { writeStanding } from '../handling/wording.ts'
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

const Known = ({ of }: { of: Parameters<typeof Shape>[0]['of'] | null }) =>
  of === null ? null : <Shape of={of} />

const Mark = ({ outcome, urgent }: Pick<WorklistRow, 'outcome' | 'urgent'>) =>
  outcome === 'no-level' || outcome === 'contradiction' ? (
    <WarningIcon className="icon row-mark" />
  ) : (
    <Known of={urgent ? 'urgent' : outcome} />
  )

const Decisive = ({ row }: { row: WorklistRow }) => (
  <>
    {row.outcome === 'contradiction' ? (
      <span>Which of the contradicting facts are right</span>
    ) : null}
    {writeDecisive(row.decisive).map((fact) => (
      <span key={fact}>{fact}</span>
    ))}
    {row.conflicts > 0 ? <span>Which of the disagreeing sources is right</span> : null}
    {row.outcome === null ? <span className="fine">withheld</span> : null}
    {row.outcome !== null &&
    row.decisive.length === 0 &&
    row.conflicts === 0 &&
    row.outcome !== 'contradiction' ? (
      <span className="fine">nothing</span>
    ) : null}
  </>
)

const Conflict = ({ conflicts }: Pick<WorklistRow, 'conflicts'>) =>
  conflicts === 0 ? null : (
    <span className="row-conflict">
      <WarningIcon className="icon row-mark" />
      {conflicts === 1 ? '1 fact' : `${conflicts} facts`} in conflict
    </span>
  )

/** Where the outcome is withheld, so is when it changes. */
const noneOf = ({ outcome }: WorklistRow) => (outcome === null ? 'withheld' : 'none')

/** How a referral stands: the outcome, with what is in doubt and of which day it is, what decides, and when and why the calendar changes it. */
export function StandingCells({ row, asOf }: RowProps) {
  const next = writeNextChange(row, asOf)
  const closes = writeClosing(row.closesOn, asOf)
  return (
    <>
      <td data-label="Outcome" className="lines">
        <span className="row-outcome">
          <Mark {...row} />
          <span>
            {row.urgent ? 'Urgent: ' : ''}
            {writeStanding(row.outcome)}
          </span>
        </span>
        <Conflict {...row} />
        {row.outOfDate ? <span>as of {writeDay(row.screenedOn)}, not of today</span> : null}
      </td>
      <td data-label="What decides" className="lines">
        <Decisive row={row} />
      </td>
      <td data-label="Next change" className="lines">
        {next === null ? <span className="fine">{noneOf(row)}</span> : <span>{next}</span>}
        {row.nextReason ? <span className="fine next-reason">{row.nextReason}</span> : null}
      </td>
      <td data-label="Window closes">{closes ?? <span className="fine">no day known</span>}</td>
    </>
  )
}
