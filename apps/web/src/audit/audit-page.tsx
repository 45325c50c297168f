import type { AuditPage as Page } from '@kyphoscreen/api/contract'
import { Link } from 'react-router'
import { writeName } from '../facts/write-patient.ts'
import { useKept } from '../kept.ts'
import { Loaded } from '../loaded.tsx'
import { useLogPrintNoted } from '../print-noted.ts'
import { mayAudit, useWho } from '../session.ts'
import { Notice } from '../ui/notice.tsx'
import { type AuditAsked, everything, isNarrowed } from './audit-address.ts'
import { AuditPages } from './audit-pages.tsx'
import { AuditTable } from './audit-table.tsx'
import { CannotTell } from './cannot-tell.tsx'
import { writeTotal } from './entry-words.ts'
import { ExportLog } from './export-log.tsx'
import { Filters } from './filters.tsx'
import { IntegrityPanel } from './integrity-panel.tsx'
import { entriesId, useAuditAsked, useAuditPage, useFocusOnEntries } from './use-audit.ts'
import { usePeopleOfLog, WhatDid } from './what-did.tsx'
import { WhoTouched } from './who-touched.tsx'
import { type ChosenPatient, writeHeading } from './write-heading.ts'
import './audit.css'

type EntriesProps = { read: Page; says: string; asked: AuditAsked; onAsk: Ask }
type Ask = (changed: Partial<AuditAsked>) => void

const TakeAway = ({ asked, onAsk }: Pick<EntriesProps, 'asked' | 'onAsk'>) =>
  isNarrowed(asked) ? (
    <button
      type="button"
      className="button button-quiet no-print"
      onClick={() => onAsk(everything)}
    >
      Show everything
    </button>
  ) : null

const Entries = ({ read, says, asked, onAsk }: EntriesProps) => (
  <>
    {read.entries.length === 0 ? (
      <p className="empty">The log has no such entry.</p>
    ) : (
      <AuditTable entries={read.entries} says={`${says}, newest first`} />
    )}
    <AuditPages read={read} onGo={(page) => onAsk({ page })} />
    <ExportLog asked={asked} />
  </>
)

function Log() {
  const { asked, ask } = useAuditAsked()
  const page = useAuditPage(asked)
  useLogPrintNoted(asked.patientId)
  const people = usePeopleOfLog()
  const [chosen, choose] = useKept<ChosenPatient | null>('audit-patient', null)
  useFocusOnEntries(asked, page.isSuccess)
  const says = writeHeading(asked, { people: people.data?.people, chosen, page: page.data })
  return (
    <>
      <div className="audit-ways no-print">
        <WhoTouched onChoose={({ id, ...name }) => choose({ id, name: writeName(name) })} />
        <WhatDid person={asked.person} onAsk={(person) => ask({ ...everything, person })} />
      </div>
      <IntegrityPanel />
      <section id={entriesId} tabIndex={-1} className="stack" aria-labelledby="entries-heading">
        <div className="page-head">
          <h2 id="entries-heading">
            {says}
            {page.data ? (
              <span className="audit-total"> · {writeTotal(page.data.total)}</span>
            ) : null}
          </h2>
          <TakeAway asked={asked} onAsk={ask} />
        </div>
        <Filters asked={asked} onAsk={ask} />
        <Loaded query={page} what="the log">
          {(read: Page) => <Entries read={read} says={says} asked={asked} onAsk={ask} />}
        </Loaded>
        <CannotTell />
      </section>
    </>
  )
}

/** The log for admins: who touched a patient, what a person did, and whether it can be relied on. */
export function AuditPage() {
  const who = useWho()
  return (
    <div className="page audit">
      <title>Audit · Kyphoscreen</title>
      <div className="page-head">
        <h1>Audit</h1>
        {mayAudit(who) ? (
          <div className="actions">
            <Link className="button" to="/audit/figures">
              Figures
            </Link>
            <Link className="button" to="/audit/replay">
              Replay
            </Link>
          </div>
        ) : null}
      </div>
      {mayAudit(who) ? <Log /> : <Notice>Admins read the log.</Notice>}
    </div>
  )
}
