import type { ImportMapping, ImportPreview, ImportTarget } from '@kyphoscreen/api/contract'
import { columnId } from './mapping.ts'
import { targetGroups, targetWords } from './target-words.ts'

type MappingTableProps = {
  columns: ImportMapping['columns']
  rows: ImportPreview['rows']
  onTarget: (index: number, to: ImportTarget | null) => void
}

/** One element for every list, so that a change of one does not make the others anew. */
const targets = (
  <>
    <option value="">Leave it out</option>
    {[...targetGroups].map(([group, names]) => (
      <optgroup key={group} label={group}>
        {names.map((target) => (
          <option key={target} value={target}>
            {targetWords(target)}
          </option>
        ))}
      </optgroup>
    ))}
  </>
)

const firstCell = (rows: ImportPreview['rows'], index: number) =>
  rows.map(({ cells }) => cells[index] ?? '').find((cell) => cell.trim() !== '')

/** Each column of the file with its first value and a list of what it can tell. */
export const MappingTable = ({ columns, rows, onTarget }: MappingTableProps) => (
  <table className="import-table mapping-table">
    <caption className="visually-hidden">The columns of the file, and what each tells</caption>
    <thead>
      <tr>
        <th scope="col">Column</th>
        <th scope="col">First value</th>
        <th scope="col">Tells</th>
      </tr>
    </thead>
    <tbody>
      {columns.map(({ column, to }, index) => (
        <tr key={column}>
          <th scope="row">{column}</th>
          <td className="fine">{firstCell(rows, index) ?? 'empty in the first rows'}</td>
          <td>
            <select
              className="input select"
              id={columnId(index)}
              aria-label={`What “${column}” tells`}
              value={to ?? ''}
              onChange={({ target }) => onTarget(index, target.value === '' ? null : target.value)}
            >
              {targets}
            </select>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
