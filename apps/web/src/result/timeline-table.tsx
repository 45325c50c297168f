import { type TimelineDay, writeDay } from '@kyphoscreen/rules'
import { Shape } from './shape.tsx'
import { criterionWords, shortOutcomeWords, statusWords } from './wording.ts'

const changesOf = ({ changes }: TimelineDay) =>
  changes.map(
    ({ criterion, level, to }) =>
      `${level === undefined ? '' : `${level}: `}${criterionWords[criterion]}: ${statusWords[to]}`,
  )

/** The days on which the calendar alone changes something, as a table. */
export const TimelineTable = ({ days }: { days: readonly TimelineDay[] }) => (
  <table className="timeline-table">
    <thead>
      <tr>
        <th scope="col">From</th>
        <th scope="col">Outcome</th>
        <th scope="col">What changes</th>
      </tr>
    </thead>
    <tbody>
      {days.map((day) => (
        <tr key={day.on}>
          <th scope="row">{writeDay(day.on)}</th>
          <td>
            <Shape of={day.outcome} /> {shortOutcomeWords[day.outcome]}
          </td>
          <td>{changesOf(day).join('; ') || 'as assessed'}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
