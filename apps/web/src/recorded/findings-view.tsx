import { type Findings, writeDay } from '@kyphoscreen/rules'
import { writtenFindings } from './written-findings.ts'

/** The findings as they were recorded. */
export const FindingsView = ({ findings }: { findings: Findings }) => (
  <section className="card" aria-labelledby="findings-heading">
    <h2 id="findings-heading">Findings as recorded</h2>
    <p className="fine">
      Judged on {writeDay(findings.assessedOn)}. What is not listed is not recorded.
    </p>
    {writtenFindings(findings).map(({ heading, facts }) => (
      <section key={heading} aria-label={`Recorded: ${heading}`}>
        <h3>{heading}</h3>
        {facts.length === 0 ? (
          <p className="fine">Nothing recorded.</p>
        ) : (
          <dl className="facts">
            {facts.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
    ))}
  </section>
)
