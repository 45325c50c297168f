import type { Referral } from '@kyphoscreen/api/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { referralApi } from '../handling/referral-api.ts'
import { StepDialog } from '../handling/step-dialog.tsx'
import { Loaded } from '../loaded.tsx'
import { Notice } from '../ui/notice.tsx'

function Offer({ referral }: { referral: Referral }) {
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const keep = (taken: Referral) => {
    queries.setQueryData<Referral>(['referral', taken.id], taken)
    void queries.invalidateQueries({ queryKey: ['referrals-of', taken.patient.id] })
    void queries.invalidateQueries({ queryKey: ['worklist'], refetchType: 'none' })
  }
  return (
    <div className="no-print">
      {referral.state === 'ready-for-surgeon' ? (
        <Notice
          actions={
            <button type="button" className="button" onClick={() => setAsking(true)}>
              Move the referral to Decided…
            </button>
          }
        >
          <Link to={`/referrals/${referral.id}`}>The referral</Link> still waits for the surgeon.
        </Notice>
      ) : null}
      {asking ? (
        <StepDialog
          referral={referral}
          to="decided"
          onAnswer={keep}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  )
}

/** Offers to move the referral of a decided screening on to Decided; nothing moves by itself. */
export function StepToDecided({ referralId }: { referralId: string }) {
  const query = useQuery({
    queryKey: ['referral', referralId],
    queryFn: () => referralApi.read(referralId),
  })
  return (
    <Loaded query={query} what="the referral">
      {(referral: Referral) => <Offer referral={referral} />}
    </Loaded>
  )
}
