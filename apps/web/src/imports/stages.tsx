import type { Import } from '@kyphoscreen/api/contract'
import { Link } from 'react-router'
import { Failed } from '../ui/failed.tsx'
import { Notice } from '../ui/notice.tsx'
import { Cancel } from './cancel.tsx'
import { Counts } from './counts.tsx'
import { ErrorsTable } from './errors-table.tsx'
import { explainImport } from './explain-import.ts'
import { importApi } from './import-api.ts'
import { Prepare } from './prepare.tsx'
import { Progress } from './progress.tsx'
import { useStep } from './use-import.ts'
import { writeMany, writeSoFar, writeStored } from './wording.ts'

type StageProps = { one: Import }

const Again = () => (
  <div className="actions">
    <Link className="button button-main" to="/worklist?list=open">
      Go to the worklist
    </Link>
    <Link className="button" to="/imports">
      Import another file
    </Link>
  </div>
)

/** An import or its dry run under way. */
export const Running = ({ one }: StageProps) => (
  <>
    <p>
      {one.state === 'checking'
        ? 'Nothing is stored by a dry run.'
        : 'The server goes on by itself; you can leave this page and come back.'}
    </p>
    <Progress
      label={one.state === 'checking' ? 'Reading the file' : 'Importing the file'}
      done={one.read}
      all={one.bytes}
      says={one.state === 'importing' && one.counts ? writeSoFar(one.counts) : undefined}
    />
    <div className="actions">
      <Cancel one={one} />
    </div>
  </>
)

function Begin({ one, count }: StageProps & { count: number }) {
  const run = useStep(importApi.run)
  return (
    <>
      {run.isError ? <Failed heading="Not begun" says={explainImport(run.error)} /> : null}
      <div className="actions">
        {count > 0 ? (
          <button
            type="button"
            className="button button-main"
            onClick={() => (run.isPending ? undefined : run.mutate(one.id))}
          >
            {run.isPending ? 'Starting…' : `Import ${writeMany(count, 'referral')}`}
          </button>
        ) : null}
        <Cancel one={one} />
      </div>
    </>
  )
}

const NothingToImport = ({ refused }: { refused: number }) => (
  <Notice heading="Nothing in this file can be imported">
    {refused === 0
      ? 'Every row is here already, or the file has no row.'
      : 'Correct the file by the errors below, or choose other columns, and try again.'}
  </Notice>
)

/** What a dry run has found, and the import itself. */
export const Checked = ({ one }: StageProps) => (
  <>
    <p>Nothing is stored yet.</p>
    {one.counts ? <Counts counts={one.counts} would /> : null}
    {one.counts?.imported === 0 ? <NothingToImport refused={one.counts.refused} /> : null}
    <Begin one={one} count={one.counts?.imported ?? 0} />
    <ErrorsTable one={one} />
    <details className="stack-close">
      <summary>How the file is read</summary>
      <Prepare one={one} />
    </details>
  </>
)

/** An import that is done, with what became of its rows. */
export const Done = ({ one }: StageProps) => (
  <>
    {one.counts ? <Counts counts={one.counts} /> : null}
    <Again />
    <ErrorsTable one={one} />
  </>
)

/** An import that ended before it was done. */
export const Ended = ({ one }: StageProps) => (
  <>
    {one.state === 'failed' ? (
      <Failed heading="The import failed" says={one.failure ?? 'The server does not say why.'} />
    ) : null}
    <p>{writeStored(one)} Upload the file again to go on; what is here already is skipped.</p>
    <Again />
    <ErrorsTable one={one} />
  </>
)
