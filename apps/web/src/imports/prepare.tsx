import type { Import, ImportPreview } from '@kyphoscreen/api/contract'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '../loaded.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Failed } from '../ui/failed.tsx'
import { goTo } from '../ui/go-to.ts'
import { LeaveGuard } from '../ui/leave-guard.tsx'
import { Cancel } from './cancel.tsx'
import { ColumnNotices, ColumnsSection } from './columns.tsx'
import { explainImport } from './explain-import.ts'
import { FirstRows } from './first-rows.tsx'
import { importApi } from './import-api.ts'
import { usePreparing } from './use-preparing.ts'

function Prepared({ one, preview }: { one: Import; preview: ImportPreview }) {
  const { columns, setColumns, changed, found, error, ...doing } = usePreparing(one, preview)
  const first = one.state === 'staged'
  return (
    <>
      <ErrorSummary {...found} onGoTo={goTo} />
      {error ? <Failed heading="Not done" says={explainImport(error)} /> : null}
      <ColumnNotices columns={columns} />
      <FirstRows rows={preview.rows} />
      <p>A dry run reads the whole file, says what is wrong in it, and stores nothing.</p>
      <div className="actions">
        <button
          type="button"
          className={first || changed ? 'button button-main' : 'button'}
          onClick={doing.tryOut}
        >
          {doing.starting ? 'Starting…' : first ? 'Dry run' : 'Dry run again'}
        </button>
        {first ? <Cancel one={one} /> : null}
      </div>
      {columns.length > 0 ? (
        <ColumnsSection
          columns={columns}
          rows={preview.rows}
          changed={changed}
          onColumns={setColumns}
          onReadAnew={doing.readAnew}
        />
      ) : null}
      <LeaveGuard
        isUnsaved={() => changed}
        says="The columns you chose are not kept before the next dry run."
      />
    </>
  )
}

/** How the file is read: its first rows, and what each column tells; then its dry run. */
export function Prepare({ one }: { one: Import }) {
  const query = useQuery({
    queryKey: ['import', one.id, 'preview'],
    queryFn: () => importApi.preview(one.id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return (
    <Loaded query={query} what="the first rows">
      {(preview: ImportPreview) => <Prepared one={one} preview={preview} />}
    </Loaded>
  )
}
