import type { Import, ImportState } from '@kyphoscreen/api/contract'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link, useParams } from 'react-router'
import { writeInstant } from '../instant.ts'
import { Loaded } from '../loaded.tsx'
import { mayPass } from '../request.ts'
import { mayImport, useWho } from '../session.ts'
import { Announcer } from '../ui/announcer.tsx'
import { Notice } from '../ui/notice.tsx'
import { NotYourRole } from './not-your-role.tsx'
import { Prepare } from './prepare.tsx'
import { Checked, Done, Ended, Running } from './stages.tsx'
import { useImport } from './use-import.ts'
import { isRunning, writeBytes } from './wording.ts'
import './imports.css'

const stages = {
  staged: { heading: 'How the file is read', shows: (one) => <Prepare one={one} /> },
  checking: { heading: 'Dry run under way', shows: (one) => <Running one={one} /> },
  checked: { heading: 'Dry run finished', shows: (one) => <Checked one={one} /> },
  importing: { heading: 'Import under way', shows: (one) => <Running one={one} /> },
  done: { heading: 'Import finished', shows: (one) => <Done one={one} /> },
  cancelled: { heading: 'Import cancelled', shows: (one) => <Ended one={one} /> },
  failed: { heading: 'Import failed', shows: (one) => <Ended one={one} /> },
} satisfies Record<ImportState, { heading: string; shows: (one: Import) => ReactNode }>

/** Takes the focus when a stage gives way to the next and the button that was pressed is gone. */
function useFocusOnNext(state: ImportState) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    if (document.activeElement === document.body) heading.current?.focus()
  }, [state])
  return heading
}

function Opened({ one }: { one: Import }) {
  const { heading, shows } = stages[one.state]
  const element = useFocusOnNext(one.state)
  return (
    <>
      <p className="lede">
        {one.format === 'csv' ? 'CSV' : 'NDJSON'}, {writeBytes(one.bytes)}, uploaded on{' '}
        {writeInstant(one.createdAt)} by {one.createdBy.displayName}
      </p>
      <section className="card" aria-labelledby="import-stage">
        <h2 id="import-stage" ref={element} tabIndex={-1}>
          {heading}
        </h2>
        {shows(one)}
      </section>
      <Announcer text={heading} />
    </>
  )
}

const Lost = () => (
  <Notice tone="failure" heading="The server cannot be reached">
    What is stored stays, and the server goes on where it was. This page keeps asking; what it shows
    is as it was before.
  </Notice>
)

function Watched({ id }: { id: string }) {
  const query = useImport(id)
  const lost = query.data !== undefined && isRunning(query.data) && mayPass(query.error)
  return (
    <>
      {lost ? <Lost /> : null}
      <Loaded query={lost ? { ...query, status: 'success' } : query} what="the import">
        {(one: Import) => <Opened one={one} />}
      </Loaded>
    </>
  )
}

/** One import from its upload to its end; it runs on the server, and this page watches. */
export function ImportPage() {
  const who = useWho()
  const { importId = '' } = useParams()
  return (
    <div className="page page-narrow">
      <title>Import of referrals · Kyphoscreen</title>
      <p>
        <Link to="/imports">All imports</Link>
      </p>
      <h1>Import of referrals</h1>
      {mayImport(who) ? <Watched key={importId} id={importId} /> : <NotYourRole />}
    </div>
  )
}
