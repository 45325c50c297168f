import type { Referral } from '@kyphoscreen/api/contract'
import { GatheredFacts } from '../handling/gathered-facts.tsx'
import { Panel } from './panel.tsx'
import { RulingActs } from './ruling-acts.tsx'

type FactsProps = { referral: Referral; mayChange: boolean }

/** Every fact with its evidence, and the ways to choose between sources or to withdraw one. */
export const Facts = ({ referral, mayChange }: FactsProps) => (
  <Panel id="facts" heading="Facts and their evidence">
    {referral.facts.length === 0 ? (
      <p className="empty">Nothing is recorded yet.</p>
    ) : (
      <GatheredFacts
        facts={referral.facts}
        acts={(gathered, evidence) =>
          mayChange && evidence.withdrawn === null ? (
            <RulingActs referral={referral} gathered={gathered} evidence={evidence} />
          ) : null
        }
      />
    )}
  </Panel>
)
