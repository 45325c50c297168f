import type { ReactNode } from 'react'

/** Numbers a row so that it can be named in minutes, `3.4`. */
export const rowNumber = (table: number, place: number): string => `${table}.${place + 1}`

type Counted = { combinations: number; rows: readonly unknown[] }

type AtlasPartProps = { number: number; heading: string; of?: Counted; children: ReactNode }

/** One numbered table of the atlas, with how many combinations its rows answer. */
export const AtlasPart = ({ number, heading, of, children }: AtlasPartProps) => (
  <section className="card" aria-labelledby={`atlas-${number}`}>
    <h2 id={`atlas-${number}`}>
      {number}. {heading}
    </h2>
    {of ? (
      <p className="fine">
        {of.combinations} combinations were put to the rules; {of.rows.length} rows answer them.
      </p>
    ) : null}
    {children}
  </section>
)
