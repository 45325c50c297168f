import type { ReactNode } from 'react'
import './table.css'

type TableProps = {
  caption: ReactNode
  /** A caption that only repeats a heading is read aloud alone. */
  captionIsShown?: boolean
  className?: string
  heads: readonly string[]
  children: ReactNode
}

/** A table with its heads; of the class `cards`, each row reads as a card on a narrow screen. */
export const Table = ({ caption, captionIsShown, className, heads, children }: TableProps) => (
  <table className={className}>
    <caption className={captionIsShown ? undefined : 'visually-hidden'}>{caption}</caption>
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
)

type NamedRowProps = { heads: readonly string[]; name: ReactNode; cells: readonly ReactNode[] }

/** A row that its first cell names; each further cell stands under a head. */
export const NamedRow = ({ heads: [, ...heads], name, cells }: NamedRowProps) => (
  <tr>
    <th scope="row">{name}</th>
    {cells.map((cell, at) => (
      <td key={heads[at]} data-label={heads[at]}>
        {cell}
      </td>
    ))}
  </tr>
)
