import { writeCount } from './entry-words.ts'

/** One bar: what is counted, how often, and for how many of these it stands out. */
export type Bar = { name: string; count: number; marked?: number }

const longest = 100

const Drawn = ({ bar: { name, count, marked = 0 }, most }: { bar: Bar; most: number }) => (
  <li>
    <span>{name}</span>
    <svg
      viewBox={`0 0 ${longest} 10`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="bar" width={(count / most) * longest} height="10" />
      <rect className="bar" data-marked width={(marked / most) * longest} height="10" />
    </svg>
    <span>{writeCount(count)}</span>
  </li>
)

/** Counts as bars; the table under them says the same. */
export function BarChart({ says, bars }: { says: string; bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <div role="img" aria-label={`Bar chart: ${says}. The table below says the same.`}>
      <ul className="bar-list" aria-hidden="true">
        {bars.map((bar) => (
          <Drawn key={bar.name} bar={bar} most={most} />
        ))}
      </ul>
    </div>
  )
}
