import { type ImportMapping, type ImportPreview, neededTargets } from '@kyphoscreen/api/contract'
import { Notice } from '../ui/notice.tsx'
import { leftOut, withTarget } from './mapping.ts'
import { MappingTable } from './mapping-table.tsx'
import { targetWords } from './target-words.ts'
import { writeMany } from './wording.ts'

type Columns = ImportMapping['columns']

/** Says which needed columns are lacking, and which columns are left out. */
export function ColumnNotices({ columns }: { columns: Columns }) {
  const lacking = neededTargets.filter((target) => !columns.some(({ to }) => to === target))
  const left = leftOut(columns)
  return (
    <>
      {lacking.length > 0 ? (
        <Notice tone="warning" heading="Needed, and told by no column yet">
          {lacking.map(targetWords).join(', ')}. Choose the columns under “What each column tells”.
        </Notice>
      ) : null}
      {left.length > 0 ? (
        <Notice heading={`${writeMany(left.length, 'column is', 'columns are')} left out`}>
          {left.join(', ')}
        </Notice>
      ) : null}
    </>
  )
}

type ColumnsProps = {
  columns: Columns
  rows: ImportPreview['rows']
  changed: boolean
  onColumns: (columns: Columns) => void
  onReadAnew: () => void
}

/** What each column tells, to be changed; the first rows are then read anew. */
export const ColumnsSection = (props: ColumnsProps) => {
  const { columns, rows, changed, onColumns, onReadAnew } = props
  return (
    <section className="stack-close" aria-labelledby="import-columns">
      <h3 id="import-columns">What each column tells</h3>
      <MappingTable
        columns={columns}
        rows={rows}
        onTarget={(index, to) => onColumns(withTarget(columns, index, to))}
      />
      {changed ? (
        <div className="actions">
          <button type="button" className="button" onClick={onReadAnew}>
            Read the first rows anew
          </button>
        </div>
      ) : null}
    </section>
  )
}
