import type { AuditFiguresAsked, FiguresTable as TableName } from '@kyphoscreen/api/contract'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { explain } from '../failure.ts'
import { Failed } from '../ui/failed.tsx'
import { saveFile } from '../ui/save-file.ts'
import { auditApi } from './audit-api.ts'

type TakeOutProps = { asked: AuditFiguresAsked; table: TableName; what: string }

/** Saves one table as a CSV file; that is an entry of the log. */
function TakeOut({ asked, table, what }: TakeOutProps) {
  const file = useMutation({
    mutationFn: () => auditApi.figuresFile(asked, table),
    onSuccess: (csv) => saveFile(csv, `figures-${table}.csv`),
  })
  return (
    <div className="figure-out no-print">
      <button
        type="button"
        className="button"
        aria-disabled={file.isPending || undefined}
        onClick={() => (file.isPending ? undefined : file.mutate())}
      >
        {file.isPending ? 'Exporting…' : 'Export as CSV'}
        <span className="visually-hidden"> of {what}</span>
      </button>
      <span role="status" className="fine">
        {file.isSuccess ? 'Exported.' : ''}
      </span>
      {file.isError ? <Failed heading="Not exported" says={explain(file.error)} /> : null}
    </div>
  )
}

type FigureCardProps = {
  heading: string
  notes?: readonly string[]
  asked: AuditFiguresAsked
  table: TableName
  isEmpty: boolean
  wide?: boolean
  children: ReactNode
}

/** One figure under its heading: what it counts, the chart and its table, or that nothing was recorded. */
export function FigureCard(props: FigureCardProps) {
  const { heading, notes = [], asked, table, isEmpty, wide = false, children } = props
  const headingId = useId()
  return (
    <figure className={`card figure${wide ? ' figure-wide' : ''}`} aria-labelledby={headingId}>
      <figcaption>
        <h2 id={headingId}>{heading}</h2>
        {notes.map((note) => (
          <p className="fine" key={note}>
            {note}
          </p>
        ))}
      </figcaption>
      {isEmpty ? (
        <p>Nothing like this has been recorded in what is asked for.</p>
      ) : (
        <>
          {children}
          <TakeOut asked={asked} table={table} what={heading} />
        </>
      )}
    </figure>
  )
}
