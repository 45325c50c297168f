import type { AuditEntry } from '@kyphoscreen/api/contract'
import { Link } from 'react-router'
import { Table } from '../ui/table.tsx'
import { auditOutcomeWords } from './action-words.ts'
import { writeAction, writeMoment, writeReason } from './entry-words.ts'
import { RecordLink } from './record-link.tsx'

const heads = [
  'Time',
  'Who',
  'What was done',
  'Patient or record',
  'Outcome',
  'Why',
  'Rules',
  'Address',
]

const Moment = ({ at, sequence }: Pick<AuditEntry, 'at' | 'sequence'>) => {
  const { day, time, zone } = writeMoment(at)
  return (
    <th scope="row" className="lines">
      <Link to={`/audit/entries/${sequence}`}>
        <time dateTime={at}>
          {day} {time}
        </time>
      </Link>
      <span className="fine">
        {zone} · entry {sequence}
      </span>
    </th>
  )
}

/** Who acted, in two lines. */
export const Who = ({ who, address }: Pick<AuditEntry, 'who' | 'address'>) => {
  if (who === null) {
    return <span className="fine">{address === null ? 'the server' : 'nobody signed in'}</span>
  }
  return (
    <>
      <span>{who.displayName ?? who.username}</span>
      <span className="fine">
        {who.role}, as {who.username}
      </span>
    </>
  )
}

const None = () => <span className="fine">none</span>

const Row = ({ entry }: { entry: AuditEntry }) => (
  <tr data-outcome={entry.outcome}>
    <Moment {...entry} />
    <td data-label="Who" className="lines">
      <Who {...entry} />
    </td>
    <td data-label="What was done">{writeAction(entry)}</td>
    <td data-label="Patient or record" className="lines">
      <RecordLink {...entry} />
    </td>
    <td data-label="Outcome" className={entry.outcome === 'done' ? '' : 'audit-not-done'}>
      {auditOutcomeWords[entry.outcome]}
    </td>
    <td data-label="Why">{entry.reason === null ? <None /> : writeReason(entry.reason)}</td>
    <td data-label="Rules">{entry.ruleset === null ? <None /> : entry.ruleset.version}</td>
    <td data-label="Address">{entry.address ?? <None />}</td>
  </tr>
)

/** A page of the log as a table; on a narrow screen each entry reads as a card. */
export const AuditTable = ({ entries, says }: { entries: AuditEntry[]; says: string }) => (
  <Table className="cards audit-entries" caption={says} heads={heads}>
    {entries.map((entry) => (
      <Row key={entry.sequence} entry={entry} />
    ))}
  </Table>
)
