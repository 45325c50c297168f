import type { ReactNode } from 'react'
import { NamedRow, Table } from '../ui/table.tsx'

/** One row: what names it, and a cell for each further head. */
export type RulesRow = { name: ReactNode; id: string; cells: readonly ReactNode[] }

type RulesTableProps = { caption: string; heads: readonly string[]; rows: readonly RulesRow[] }

/** A table of the rules; on paper its heads are repeated. */
export const RulesTable = ({ caption, heads, rows }: RulesTableProps) => (
  <Table className="cards" caption={caption} heads={heads}>
    {rows.map(({ id, ...row }) => (
      <NamedRow key={id} heads={heads} {...row} />
    ))}
  </Table>
)
