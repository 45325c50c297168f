import { NamedRow, Table } from '../ui/table.tsx'
import { writeCount } from './entry-words.ts'

type CountTableProps = {
  says: string
  heads: readonly string[]
  /** The first cell of a row names it, unless several do together. */
  rows: readonly (readonly (string | number)[])[]
}

const write = (cell: string | number) => (typeof cell === 'number' ? writeCount(cell) : cell)

/** Counts as a table. */
export const CountTable = ({ says, heads, rows }: CountTableProps) => (
  <Table className="cards" caption={says} captionIsShown heads={heads}>
    {rows.map((row) => {
      const [name, ...cells] = row.map(write)
      return <NamedRow key={row.join(' ')} heads={heads} name={name} cells={cells} />
    })}
  </Table>
)
