import { writeCount } from './entry-words.ts'

type CountTableProps = {
  says: string
  heads: readonly string[]
  /** The first cell of a row names it, unless several do together. */
  rows: readonly (readonly (string | number)[])[]
}

const write = (cell: string | number) => (typeof cell === 'number' ? writeCount(cell) : cell)

/** Counts as a table; on a narrow screen each row reads as a card. */
export const CountTable = ({ says, heads, rows }: CountTableProps) => (
  <table className="audit-table">
    <caption>{says}</caption>
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([name = '', ...cells]) => (
        <tr key={[name, ...cells].join(' ')}>
          <th scope="row">{write(name)}</th>
          {cells.map((cell, at) => (
            <td key={heads[at + 1]} data-label={heads[at + 1]}>
              {write(cell)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
