import type { Decision, Decisions, Screening } from '@kyphoscreen/api/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Loaded } from '../loaded.tsx'
import { useReading } from '../reading.ts'
import { mayRecord, useWho } from '../session.ts'
import { Opened } from '../ui/opened.tsx'
import { decisionApi } from './decision-api.ts'
import { DecisionForm } from './decision-form.tsx'
import { DecisionView } from './decision-view.tsx'
import { Impressions } from './impressions.tsx'
import { StepOnwards } from './step-onwards.tsx'
import { decisionsKey } from './use-record-decision.ts'
import './decisions.css'

const Replaced = ({ decisions }: { decisions: readonly Decision[] }) =>
  decisions.length === 0 ? null : (
    <section className="stack-close" aria-label="Replaced decisions">
      <p className="field-label">Replaced before</p>
      {decisions.map((decision) => (
        <DecisionView key={decision.id} decision={decision} />
      ))}
    </section>
  )

function Record({ screening, standing }: { screening: Screening; standing: Decision | undefined }) {
  const [recorded, setRecorded] = useState(false)
  return (
    <div className="no-print stack-close decision-record">
      <p role="status" className="fine">
        {recorded ? 'The decision is recorded.' : ''}
      </p>
      <Opened label={standing ? 'Correct this decision…' : 'Record a decision…'}>
        {(close) => (
          <DecisionForm
            screening={screening}
            corrects={standing}
            onCancel={close}
            onRecorded={() => {
              setRecorded(true)
              close()
            }}
          />
        )}
      </Opened>
    </div>
  )
}

/** What was decided on a screening, and for a surgeon the way to decide; the outcome decides nothing. */
export function DecisionSection({ screening }: { screening: Screening }) {
  const who = useWho()
  const reading = useReading(screening.result.ruleset, screening.recordedAt)
  const query = useQuery({
    queryKey: decisionsKey(screening.id),
    queryFn: () => decisionApi.read(screening.id),
  })
  return (
    <section className="card" aria-labelledby="decision-heading">
      <h2 id="decision-heading">Decision</h2>
      <Loaded query={query} what="the decisions on this screening">
        {({ decisions: [standing, ...replaced], impressions }: Decisions) => (
          <>
            <p className="fine">{reading}</p>
            <Impressions impressions={impressions} result={screening.result} />
            {standing ? (
              <DecisionView decision={standing} />
            ) : (
              <p className="fine">No decision is recorded on this screening.</p>
            )}
            {standing && screening.referral && mayRecord(who) ? (
              <StepOnwards referralId={screening.referral.id} decision={standing} />
            ) : null}
            {who.role === 'surgeon' ? <Record screening={screening} standing={standing} /> : null}
            <Replaced decisions={replaced} />
          </>
        )}
      </Loaded>
    </section>
  )
}
