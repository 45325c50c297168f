import type { GatheredFact, Referral } from '@kyphoscreen/api/contract'
import { labelOfGathered, writeOrigin, writeStanding } from '../handling/write-gathered.ts'
import { Panel } from './panel.tsx'
import { Source } from './source.tsx'

type FactsProps = { referral: Referral; mayChange: boolean }
type FactProps = FactsProps & { gathered: GatheredFact }

const Sources = ({ gathered, ...of }: FactProps) => (
  <ul className="evidence">
    {gathered.evidence.map((evidence) => (
      <Source key={evidence.id} gathered={gathered} evidence={evidence} {...of} />
    ))}
  </ul>
)

const summaryOf = ({ evidence }: GatheredFact) => {
  const standing = evidence.filter(({ withdrawn }) => withdrawn === null)
  const [first] = standing
  return standing.length === 1 && first ? writeOrigin(first) : `${evidence.length} sources`
}

const Fact = (props: FactProps) => (
  <li className="gathered" data-status={props.gathered.status}>
    <p className="gathered-head">
      <span>{labelOfGathered(props.gathered)}</span>
      <strong>{writeStanding(props.gathered)}</strong>
    </p>
    {props.gathered.status === 'conflict' ? (
      <Sources {...props} />
    ) : (
      <details>
        <summary>{summaryOf(props.gathered)}</summary>
        <Sources {...props} />
      </details>
    )}
  </li>
)

const groupsOf = (facts: readonly GatheredFact[]) => [
  ...Map.groupBy(facts, ({ level }) => level ?? 'Patient'),
]

/** Every fact with its evidence: the value, the source, who entered it and when; sources that disagree side by side. */
export const Facts = ({ referral, mayChange }: FactsProps) => (
  <Panel heading="Facts and their evidence">
    {referral.facts.length === 0 ? (
      <p className="empty">Nothing is recorded yet.</p>
    ) : (
      groupsOf(referral.facts).map(([group, facts]) => (
        <section key={group} aria-label={`Facts: ${group}`}>
          <h3>{group}</h3>
          <ul>
            {facts.map((gathered) => (
              <Fact
                key={`${gathered.fact} ${gathered.level}`}
                gathered={gathered}
                referral={referral}
                mayChange={mayChange}
              />
            ))}
          </ul>
        </section>
      ))
    )}
  </Panel>
)
