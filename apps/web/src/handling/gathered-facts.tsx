import type { Evidence, GatheredFact, Ruling } from '@kyphoscreen/api/contract'
import type { ReactNode } from 'react'
import { writeInstant } from '../instant.ts'
import {
  idOfGathered,
  labelOfGathered,
  writeEntered,
  writeGathered,
  writeOrigin,
  writeStanding,
} from './write-gathered.ts'
import './gathered.css'

/** Gives what can be done about one source of a fact. */
export type ActsOnSource = (gathered: GatheredFact, evidence: Evidence) => ReactNode

type OfFact = { gathered: GatheredFact; acts: ActsOnSource | undefined }

const Ruled = ({ words, ruling }: { words: string; ruling: Ruling }) => (
  <p className="fine">
    {words} by {ruling.by.displayName}, {writeInstant(ruling.at)}: {ruling.reason}
  </p>
)

const Source = ({ gathered, evidence, acts }: OfFact & { evidence: Evidence }) => (
  <li className="source" data-withdrawn={evidence.withdrawn !== null || undefined}>
    <p>
      <b>{writeGathered(gathered, evidence.value)}</b> · {writeOrigin(evidence)}
    </p>
    <p className="fine">{writeEntered(evidence)}</p>
    {evidence.chosen ? <Ruled words="Chosen" ruling={evidence.chosen} /> : null}
    {evidence.withdrawn ? <Ruled words="Withdrawn" ruling={evidence.withdrawn} /> : null}
    {acts?.(gathered, evidence)}
  </li>
)

const Sources = ({ gathered, acts }: OfFact) => (
  <ul className="evidence">
    {gathered.evidence.map((evidence) => (
      <Source key={evidence.id} gathered={gathered} evidence={evidence} acts={acts} />
    ))}
  </ul>
)

const summaryOf = ({ evidence }: GatheredFact) => {
  const standing = evidence.filter(({ withdrawn }) => withdrawn === null)
  const [first] = standing
  return standing.length === 1 && first ? writeOrigin(first) : `${evidence.length} sources`
}

const Fact = (props: OfFact) => (
  <li id={idOfGathered(props.gathered)} className="gathered" data-status={props.gathered.status}>
    <p className="gathered-head">
      <span>{labelOfGathered(props.gathered)}</span>
      <strong>{writeStanding(props.gathered)}</strong>
    </p>
    {props.gathered.status === 'conflict' ? (
      <Sources {...props} />
    ) : (
      <details>
        <summary>
          <span className="visually-hidden">{labelOfGathered(props.gathered)}: </span>
          {summaryOf(props.gathered)}
        </summary>
        <Sources {...props} />
      </details>
    )}
  </li>
)

type GatheredFactsProps = { facts: readonly GatheredFact[]; acts?: ActsOnSource }

/** Facts with their evidence: the value, the source, who entered it and when; sources that disagree side by side. */
export const GatheredFacts = ({ facts, acts }: GatheredFactsProps) =>
  [...Map.groupBy(facts, ({ level }) => level ?? 'Patient')].map(([group, of]) => (
    <section key={group} aria-label={`Facts: ${group}`}>
      <h3>{group}</h3>
      <ul>
        {of.map((gathered) => (
          <Fact key={gathered.fact} gathered={gathered} acts={acts} />
        ))}
      </ul>
    </section>
  ))
