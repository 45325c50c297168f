import { type Outcome, outcomes } from '@kyphoscreen/rules'
import { shortOutcomeWords } from '../result/wording.ts'
import type { Month } from './count-figures.ts'
import { writeCount } from './entry-words.ts'
import { FiguresTable } from './figures-table.tsx'
import { writeOf } from './write-figures.ts'

const height = 40
const step = 10
const fewestSteps = 12

const widthOf = (months: readonly Month[]) => Math.max(fewestSteps, months.length) * step

type LineProps = { outcome: Outcome; months: readonly Month[]; most: number }

const Line = ({ outcome, months, most }: LineProps) => (
  <li>
    <span>{shortOutcomeWords[outcome]}</span>
    <svg
      viewBox={`0 0 ${widthOf(months)} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {months.map(({ month, counts }, at) => {
        const tall = (counts[outcome] / most) * height
        return (
          <rect
            key={month}
            className="bar"
            x={at * step + 1}
            y={height - tall}
            width={step - 2}
            height={tall}
          />
        )
      })}
      <line className="bar-ground" x1="0" x2={widthOf(months)} y1={height} y2={height} />
    </svg>
  </li>
)

/** Screenings of each month, one line of bars for each outcome on the same scale, and the same as a table. */
export function OutcomesOverTime({ months }: { months: readonly Month[] }) {
  const most = Math.max(1, ...months.flatMap(({ counts }) => Object.values(counts)))
  const [first, last] = [months[0]?.month, months.at(-1)?.month]
  return (
    <>
      <div
        role="img"
        aria-label={`Bar chart: screenings by month and outcome, ${first} to ${last}. The table below says the same.`}
      >
        <ul className="month-bars" aria-hidden="true">
          {outcomes.map((outcome) => (
            <Line key={outcome} outcome={outcome} months={months} most={most} />
          ))}
        </ul>
        <p className="fine" aria-hidden="true">
          A bar a month, {first} to {last}; the highest is {writeOf(most, 'screening')}.
        </p>
      </div>
      <FiguresTable
        says="Screenings by month and outcome"
        heads={['Month (UTC)', ...outcomes.map((one) => shortOutcomeWords[one]), 'All']}
        rows={[
          ...months
            .toReversed()
            .map(({ month, counts, all }) => [
              month,
              ...outcomes.map((one) => writeCount(counts[one])),
              writeCount(all),
            ]),
          [
            'All months',
            ...outcomes.map((one) =>
              writeCount(months.reduce((sum, { counts }) => sum + counts[one], 0)),
            ),
            writeCount(months.reduce((sum, { all }) => sum + all, 0)),
          ],
        ]}
      />
    </>
  )
}
