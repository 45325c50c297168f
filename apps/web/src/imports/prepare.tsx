import type { Import, ImportMapping, ImportPreview } from '@kyphoscreen/api/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Loaded } from '../loaded.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Failed } from '../ui/failed.tsx'
import { goTo } from '../ui/go-to.ts'
import { Notice } from '../ui/notice.tsx'
import { Cancel } from './cancel.tsx'
import { explainImport } from './explain-import.ts'
import { FirstRows } from './first-rows.tsx'
import { importApi } from './import-api.ts'
import { leftOut, mappingProblems, withTarget } from './mapping.ts'
import { MappingTable } from './mapping-table.tsx'
import { useStep } from './use-import.ts'
import { writeMany } from './wording.ts'

type Columns = ImportMapping['columns']

const LeftOut = ({ columns }: { columns: Columns }) => {
  const names = leftOut(columns)
  if (names.length === 0) return <p>Every column is used.</p>
  return (
    <Notice heading={`${writeMany(names.length, 'column is', 'columns are')} left out`}>
      {names.join(', ')}
    </Notice>
  )
}

function usePreparing(one: Import, preview: ImportPreview) {
  const queries = useQueryClient()
  const [columns, setColumns] = useState(preview.columns)
  const changed = JSON.stringify(columns) !== JSON.stringify(preview.columns)
  const map = useMutation({
    mutationFn: () => importApi.map(one.id, { columns }),
    onSuccess: (read) => {
      queries.setQueryData<ImportPreview>(['import', one.id, 'preview'], () => read)
      void queries.invalidateQueries({ queryKey: ['import', one.id], exact: true })
    },
  })
  const tryOut = useStep(async (id) => {
    if (changed) await map.mutateAsync()
    return importApi.tryOut(id)
  })
  return { columns, setColumns, changed, map, tryOut }
}

function Prepared({ one, preview }: { one: Import; preview: ImportPreview }) {
  const { columns, setColumns, changed, map, tryOut } = usePreparing(one, preview)
  const [problems, setProblems] = useState<ReturnType<typeof mappingProblems>>([])
  const [attempt, setAttempt] = useState(0)
  const hasColumns = preview.format === 'csv'
  const withoutProblems = (act: () => void) => {
    const found = hasColumns ? mappingProblems(columns) : []
    setProblems(found)
    if (found.length > 0) setAttempt((before) => before + 1)
    else act()
  }
  const failed = map.error ?? tryOut.error
  return (
    <>
      <ErrorSummary problems={problems} attempt={attempt} onGoTo={goTo} />
      {failed ? <Failed heading="Not done" says={explainImport(failed)} /> : null}
      {hasColumns ? (
        <>
          <LeftOut columns={columns} />
          <MappingTable
            columns={columns}
            rows={preview.rows}
            onTarget={(index, to) => setColumns(withTarget(columns, index, to))}
          />
        </>
      ) : null}
      <p>A dry run reads the whole file, says what is wrong in it, and stores nothing.</p>
      <div className="actions">
        <button
          type="button"
          className={one.state === 'staged' || changed ? 'button button-main' : 'button'}
          onClick={() =>
            withoutProblems(() => (tryOut.isPending ? undefined : tryOut.mutate(one.id)))
          }
        >
          {tryOut.isPending ? 'Starting…' : one.state === 'staged' ? 'Dry run' : 'Dry run again'}
        </button>
        {changed ? (
          <button
            type="button"
            className="button"
            onClick={() => withoutProblems(() => map.mutate())}
          >
            Read the first rows anew
          </button>
        ) : null}
        {one.state === 'staged' ? <Cancel one={one} /> : null}
      </div>
      <FirstRows rows={preview.rows} />
    </>
  )
}

/** How the file is read: what each column tells, and the first rows; then its dry run. */
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
