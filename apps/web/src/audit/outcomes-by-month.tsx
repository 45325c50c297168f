import type { AuditFigures } from '@kyphoscreen/api/contract'
import { shortOutcomeWords } from '../result/wording.ts'
import { writeCount } from './entry-words.ts'

/** Screenings by month and outcome, the latest month first. */
export function OutcomesByMonth({ outcomes }: Pick<AuditFigures, 'outcomes'>) {
  if (outcomes.length === 0) return null
  return (
    <section className="card" aria-labelledby="by-month">
      <h2 id="by-month">Outcomes by month</h2>
      <table className="audit-changes">
        <caption className="visually-hidden">Screenings by month and outcome</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col">Outcome</th>
            <th scope="col">Count</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.toReversed().map(({ month, outcome, count }) => (
            <tr key={`${month} ${outcome}`}>
              <th scope="row">{month}</th>
              <td>{shortOutcomeWords[outcome]}</td>
              <td>{writeCount(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
