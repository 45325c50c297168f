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
    <table>
      <caption className="visually-hidden">{says}, as a table</caption>
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
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={heads[at + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
