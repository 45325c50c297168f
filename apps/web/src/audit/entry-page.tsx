import type { AuditEntry, AuditEntryRead } from '@kyphoscreen/api/contract'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { Loaded } from '../loaded.tsx'
import { useLogPrintNoted } from '../print-noted.ts'
import { Notice } from '../ui/notice.tsx'
import { auditOutcomeWords } from './action-words.ts'
import { AdminsPage } from './admins-page.tsx'
import { addressOf, everything } from './audit-address.ts'
import { auditApi } from './audit-api.ts'
import { Who } from './audit-table.tsx'
import { DetailsView } from './details-view.tsx'
import { writeAction, writeMoment, writeReason } from './entry-words.ts'
import { OfWhom, RecordLink } from './record-link.tsx'

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd className="lines">{children}</dd>
  </div>
)

const writeWhen = (at: string) => {
  const { day, time, zone } = writeMoment(at)
  return `${day} ${time} ${zone} (${at})`
}

const Lines = ({ entry }: { entry: AuditEntry }) => (
  <dl className="facts">
    <Line name="Time">{writeWhen(entry.at)}</Line>
    <Line name="Who">
      <Who {...entry} />
    </Line>
    <Line name="What was done">{writeAction(entry)}</Line>
    <Line name="Patient or record">
      <RecordLink {...entry} />
    </Line>
    <Line name="Outcome">{auditOutcomeWords[entry.outcome]}</Line>
    <Line name="Why">{entry.reason === null ? 'none' : writeReason(entry.reason)}</Line>
    <Line name="Rules">
      {entry.ruleset === null ? 'none' : `${entry.ruleset.version} (${entry.ruleset.hash})`}
    </Line>
    <Line name="Address">{entry.address ?? 'none'}</Line>
    <Line name="Request">{entry.requestId ?? 'none'}</Line>
  </dl>
)

const Ways = ({ entry: { patient, who } }: { entry: AuditEntry }) => (
  <p className="actions no-print">
    {patient ? (
      <Link to={`/audit?${addressOf({ ...everything, patientId: patient.id })}`}>
        Who touched this patient
      </Link>
    ) : null}
    {who ? (
      <Link to={`/audit?${addressOf({ ...everything, person: who.accountId })}`}>
        What this person did
      </Link>
    ) : null}
  </p>
)

const Shown = ({ shown }: Pick<AuditEntryRead, 'shown'>) =>
  shown.length === 0 ? null : (
    <section className="card" aria-labelledby="entry-shown">
      <h2 id="entry-shown">Patients it showed</h2>
      <ul className="audit-shown">
        {shown.map((patient) => (
          <li key={patient.id} className="lines">
            <OfWhom patient={patient} />
          </li>
        ))}
      </ul>
    </section>
  )

function Read({ read: { entry, shown, details, hash, hashHolds } }: { read: AuditEntryRead }) {
  useLogPrintNoted(entry.patient?.id ?? null)
  return (
    <>
      <section className="card" aria-labelledby="entry-says">
        <h2 id="entry-says">What the entry says</h2>
        <Lines entry={entry} />
        <Ways entry={entry} />
      </section>
      <Shown shown={shown} />
      <section className="card" aria-labelledby="entry-details">
        <h2 id="entry-details">Details</h2>
        <DetailsView details={details} />
      </section>
      {hashHolds ? (
        <p className="fine audit-hash">Its hash fits what it says: {hash}</p>
      ) : (
        <Notice tone="failure" heading="The hash does not fit">
          This entry has been changed after it was written. Check the whole log.
        </Notice>
      )}
    </>
  )
}

function Entry({ sequence }: { sequence: string }) {
  const entry = useQuery({
    queryKey: ['audit-entry', sequence],
    queryFn: () => auditApi.entry(sequence),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return (
    <Loaded query={entry} what="the entry">
      {(read: AuditEntryRead) => <Read read={read} />}
    </Loaded>
  )
}

/** One entry of the log, with what was changed from what to what. */
export function AuditEntryPage() {
  const { sequence = '' } = useParams()
  return (
    <AdminsPage
      title="Entry of the log"
      heading={`Entry ${sequence}`}
      narrow
      toOthers="Admins read the log."
    >
      <Entry sequence={sequence} />
    </AdminsPage>
  )
}
