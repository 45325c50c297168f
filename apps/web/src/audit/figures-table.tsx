import { NamedRow, Table } from '../ui/table.tsx'

/** A cell of a table of figures, as it is read. */
export type Cell = string | number

type FiguresTableProps = {
  says: string
  heads: readonly string[]
  /** The first cell of a row names it. */
  rows: readonly (readonly Cell[])[]
}

/** The numbers of a chart as a table. */
export const FiguresTable = ({ says, heads, rows }: FiguresTableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard
  <section className="figures-table" aria-label={`${says}, as a table`} tabIndex={0}>
    <Table caption={`${says}, as a table`} heads={heads}>
      {rows.map(([name, ...cells]) => (
        <NamedRow key={name} heads={heads} name={name} cells={cells} />
      ))}
    </Table>
  </section>
)
