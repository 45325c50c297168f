import type { Referral, ReferralState } from '@kyphoscreen/api/contract'
import { type Day, writeDay } from '@kyphoscreen/rules'
import { useEffect, useRef, useState } from 'react'
import { writeDue } from '../handling/due.ts'
import { StepDialog } from '../handling/step-dialog.tsx'
import { ownerName, priorityWords, stateWords } from '../handling/wording.ts'
import { today } from '../today.ts'
import { useKeepReferral } from './use-referral.ts'

const stateId = 'state'

const isDone = (state: ReferralState) => state === 'decided' || state === 'closed'

const writeStanding = ({ owner, dueOn, state, priority }: Referral, day: Day) =>
  [
    priorityWords[priority],
    `owner: ${ownerName(owner)}`,
    isDone(state) ? undefined : writeDue(dueOn, day),
  ]
    .filter((part) => part !== undefined)
    .join(' · ')

function Steps({ referral }: { referral: Referral }) {
  const keep = useKeepReferral()
  const [to, setTo] = useState<ReferralState>()
  const before = useRef(referral.state)
  useEffect(() => {
    if (before.current === referral.state) return
    before.current = referral.state
    document.getElementById(stateId)?.focus({ preventScroll: true })
  }, [referral.state])
  return (
    <fieldset className="steps">
      <legend className="field-label">Move to</legend>
      <div className="actions">
        {referral.legalSteps.map((step) => (
          <button key={step} type="button" className="button" onClick={() => setTo(step)}>
            {stateWords[step]}…
          </button>
        ))}
      </div>
      {to ? (
        <StepDialog referral={referral} to={to} onAnswer={keep} onClose={() => setTo(undefined)} />
      ) : null}
    </fieldset>
  )
}

type HeadProps = { referral: Referral; mayChange: boolean }

/** What referral this is, where it is on its way, and the steps it may take. */
export const Head = ({ referral, mayChange }: HeadProps) => (
  <div className="page-head">
    <div className="stack-close">
      <h1>Referral of {writeDay(referral.receivedOn)}</h1>
      <p id={stateId} tabIndex={-1} role="status">
        <strong className="state">{stateWords[referral.state]}</strong>{' '}
        <span className="lede">{writeStanding(referral, today())}</span>
      </p>
    </div>
    {mayChange ? <Steps referral={referral} /> : null}
  </div>
)
