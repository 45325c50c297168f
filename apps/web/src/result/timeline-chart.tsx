import {
  addDays,
  daysBetween,
  type Outcome,
  ruleset,
  type Status,
  type TimelineDay,
  writeDay,
} from '@kyphoscreen/rules'
import { useId } from 'react'
import { toneOf } from './shape.tsx'
import { TimelineTable } from './timeline-table.tsx'
import { criterionWords, shortOutcomeWords, statusWords } from './wording.ts'
import './timeline.css'

type Stretch = { from: number; to: number; is: Outcome | Status }
type Row = { name: string; stretches: Stretch[] }

const daysShown = 180
const width = 360
const rowHeight = 46
const roomForWords = 80
const x = (day: number) => (Math.min(day, daysShown) / daysShown) * width

function rowOf(
  name: string,
  days: readonly TimelineDay[],
  is: (day: TimelineDay) => Outcome | Status,
) {
  const start = days[0]?.on ?? ''
  const stretches: Stretch[] = []
  days.forEach((day, index) => {
    const next = days[index + 1]?.on
    const from = daysBetween(start, day.on)
    const to = next === undefined ? daysShown : daysBetween(start, next)
    const last = stretches.at(-1)
    if (last?.is === is(day)) last.to = to
    else stretches.push({ from, to, is: is(day) })
  })
  return { name, stretches }
}

const patientCriteria = new Set(
  ruleset.criteria.flatMap(({ id, scope }) => (scope === 'patient' ? [id] : [])),
)

const words: Record<Outcome | Status, string> = { ...shortOutcomeWords, ...statusWords }

/** Gives a row for the outcome and one for each criterion that the calendar changes. */
function rowsOf(days: readonly TimelineDay[]): Row[] {
  const levels = days[0]?.levels ?? []
  const rows = levels.flatMap(({ level, criteria }, at) =>
    criteria.flatMap(({ id }, place) => {
      const ofPatient = patientCriteria.has(id)
      if (ofPatient && at > 0) return []
      const name = criterionWords[id]
      return rowOf(
        ofPatient || levels.length === 1 ? name : `${level}: ${name}`,
        days,
        (day) => day.levels[at]?.criteria[place]?.status ?? 'unknown',
      )
    }),
  )
  const changing = rows.filter(({ stretches }) => stretches.length > 1)
  return [rowOf('Outcome', days, ({ outcome }) => outcome), ...changing]
}

const Bars = ({ row, top }: { row: Row; top: number }) => (
  <g transform={`translate(0 ${top})`}>
    <text className="timeline-name" y="11">
      {row.name}
    </text>
    {row.stretches.map(({ from, to, is }) => (
      <g key={from} className={toneOf(is)} transform={`translate(${x(from)} 0)`}>
        <rect
          className="timeline-bar"
          data-is={is}
          y="16"
          width={Math.max(x(to) - x(from) - 1.5, 1)}
          height="8"
          rx="2"
        />
        {x(to) - x(from) > roomForWords ? (
          <text className="timeline-word" y="35">
            {words[is]}
          </text>
        ) : null}
      </g>
    ))}
  </g>
)

/** The statuses over the days ahead as bars, with the same in a table. */
export function TimelineChart({ days }: { days: readonly TimelineDay[] }) {
  const captionId = useId()
  const rows = rowsOf(days)
  const start = days[0]?.on ?? ''
  const height = rows.length * rowHeight + 18
  return (
    <figure className="timeline" aria-labelledby={captionId}>
      <figcaption id={captionId}>The next {daysShown} days, if nothing else is recorded</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        {rows.map((row, index) => (
          <Bars key={row.name} row={row} top={index * rowHeight} />
        ))}
        <text className="timeline-axis" y={height - 3}>
          {writeDay(start)}
        </text>
        <text className="timeline-axis" x={width} y={height - 3} textAnchor="end">
          {writeDay(addDays(start, daysShown))}
        </text>
      </svg>
      <TimelineTable days={days} />
    </figure>
  )
}
