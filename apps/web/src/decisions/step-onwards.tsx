import type { Decision, DecisionKind, Referral, ReferralState } from '@kyphoscreen/api/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { referralApi } from '../handling/referral-api.ts'
import { StepDialog } from '../handling/step-dialog.tsx'
import { stateWords } from '../handling/wording.ts'
import { Loaded } from '../loaded.tsx'
import { Notice } from '../ui/notice.tsx'
import { writeDecision } from './write-decision.ts'

/** Where a referral that waits for the surgeon may go from a decision, the likelier first. */
const onwards = {
  'plan-kyphoplasty': ['decided'],
  defer: ['decided'],
  'more-information': ['waiting-for-information', 'decided'],
  'not-pursued': ['decided'],
  'referred-elsewhere': ['decided'],
} as const satisfies Record<DecisionKind, readonly ReferralState[]>

type OfferProps = { referral: Referral; decision: Decision }

function Offer({ referral, decision }: OfferProps) {
  const queries = useQueryClient()
  const [to, setTo] = useState<ReferralState>()
  const keep = (taken: Referral) => {
    queries.setQueryData<Referral>(['referral', taken.id], taken)
    void queries.invalidateQueries({ queryKey: ['referrals-of', taken.patient.id] })
    void queries.invalidateQueries({ queryKey: ['worklist'], refetchType: 'none' })
  }
  return (
    <div className="no-print">
      {referral.state === 'ready-for-surgeon' ? (
        <Notice
          actions={onwards[decision.kind].map((state) => (
            <button key={state} type="button" className="button" onClick={() => setTo(state)}>
              Move the referral to {stateWords[state]}…
            </button>
          ))}
        >
          <Link to={`/referrals/${referral.id}`}>The referral</Link> still waits for the surgeon.
        </Notice>
      ) : null}
      {to ? (
        <StepDialog
          referral={referral}
          to={to}
          why={`The surgeon has decided: ${writeDecision(decision)}.`}
          onAnswer={keep}
          onClose={() => setTo(undefined)}
        />
      ) : null}
    </div>
  )
}

type StepOnwardsProps = { referralId: string; decision: Decision }

/** Offers to move the referral of a decided screening on; nothing moves by itself. */
export function StepOnwards({ referralId, decision }: StepOnwardsProps) {
  const query = useQuery({
    queryKey: ['referral', referralId],
    queryFn: () => referralApi.read(referralId),
  })
  return (
    <Loaded query={query} what="the referral">
      {(referral: Referral) => <Offer referral={referral} decision={decision} />}
    </Loaded>
  )
}
