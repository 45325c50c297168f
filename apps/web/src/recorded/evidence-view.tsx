import type { Screening } from '@kyphoscreen/api/contract'
import { Link } from 'react-router'
import { GatheredFacts } from '../handling/gathered-facts.tsx'

/** The evidence that a recorded screening rested on, as it was then. */
export const EvidenceView = ({ referral }: { referral: NonNullable<Screening['referral']> }) => (
  <section className="card" aria-labelledby="evidence-heading">
    <h2 id="evidence-heading">Evidence it rested on</h2>
    <p className="fine">
      As it stood when this was recorded, from{' '}
      <Link to={`/referrals/${referral.id}`}>the referral</Link>.
    </p>
    <GatheredFacts facts={referral.facts} />
  </section>
)
