import { useId } from 'react'
import { writeCount } from './entry-words.ts'

/** One bar: what is counted, how often, and whether it stands out. */
export type Bar = { name: string; count: number; marked?: boolean }

const longest = 100

const Drawn = ({ bar, most }: { bar: Bar; most: number }) => (
  <li>
    <span>{bar.name}</span>
    <svg
      viewBox={`0 0 ${longest} 10`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect
        className="bar"
        data-marked={bar.marked}
        width={(bar.count / most) * longest}
        height="10"
      />
    </svg>
    <span>{writeCount(bar.count)}</span>
  </li>
)

/** Writes a share of a whole, `42 %`; nothing of nothing has none. */
export const writeShare = (count: number, of: number): string =>
  of === 0 ? 'none' : `${Math.round((count / of) * 100)} %`

type BarChartProps = { heading: string; what: string; bars: readonly Bar[]; note?: string }

/** Counts as bars, with the same in a table. */
export function BarChart({ heading, what, bars, note }: BarChartProps) {
  const headingId = useId()
  const all = bars.reduce((sum, { count }) => sum + count, 0)
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <figure className="card bars" aria-labelledby={headingId}>
      <figcaption id={headingId}>
        <h2>{heading}</h2>
        {note ? <p className="fine">{note}</p> : null}
      </figcaption>
      {all === 0 ? (
        <p className="fine">Nothing has been recorded yet.</p>
      ) : (
        <>
          <ul className="bar-list" aria-hidden="true">
            {bars.map((bar) => (
              <Drawn key={bar.name} bar={bar} most={most} />
            ))}
          </ul>
          <table className="audit-changes">
            <caption className="visually-hidden">{heading}, as a table</caption>
            <thead>
              <tr>
                <th scope="col">{what}</th>
                <th scope="col">Count</th>
                <th scope="col">Share</th>
              </tr>
            </thead>
            <tbody>
              {bars.map(({ name, count }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{writeCount(count)}</td>
                  <td>{writeShare(count, all)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </figure>
  )
}
