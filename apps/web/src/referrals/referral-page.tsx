import type { Referral } from '@kyphoscreen/api/contract'
import { useParams } from 'react-router'
import { PatientBanner } from '../facts/patient-banner.tsx'
import { Loaded } from '../loaded.tsx'
import { ReferralView } from './referral-view.tsx'
import { useReferral } from './use-referral.ts'
import '../handling/handling.css'
import './referrals.css'

/** One referral, read from the server. */
export function ReferralPage() {
  const { referralId = '' } = useParams()
  const referral = useReferral(referralId)
  return (
    <>
      <title>Referral · Kyphoscreen</title>
      <Loaded query={referral} what="the referral">
        {(read: Referral) => (
          <>
            <PatientBanner patient={read.patient} />
            <div className="page" key={read.id}>
              <ReferralView referral={read} />
            </div>
          </>
        )}
      </Loaded>
    </>
  )
}
