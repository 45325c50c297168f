import type { ReactNode } from 'react'

/** One row: what names it, and a cell for each further head. */
export type RulesRow = { name: ReactNode; id: string; cells: readonly ReactNode[] }

type RulesTableProps = { caption: string; heads: readonly string[]; rows: readonly RulesRow[] }

/** A table of the rules; on a narrow screen each row reads as a card, on paper its heads are repeated. */
export const RulesTable = ({ caption, heads, rows }: RulesTableProps) => (
  <table className="rules-table">
    <caption className="visually-hidden">{caption}</caption>
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
      {rows.map(({ id, name, cells }) => (
        <tr key={id}>
          <th scope="row">{name}</th>
          {cells.map((cell, at) => (
            <td key={heads[at + 1]} data-label={heads[at + 1]}>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
