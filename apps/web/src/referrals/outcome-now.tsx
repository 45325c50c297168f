import type { GatheredFact, Referral, ShownStanding } from '@kyphoscreen/api/contract'
import { redFlagFacts, writeDay } from '@kyphoscreen/rules'
import type { MouseEvent } from 'react'
import { conflictsOf } from '../handling/conflicts.ts'
import { idOfGathered, labelOfGathered, placeOfGathered } from '../handling/write-gathered.ts'
import { ResultView } from '../result/result-view.tsx'
import { shortOutcomeWords } from '../result/wording.ts'
import { goTo } from '../ui/go-to.ts'
import { Notice } from '../ui/notice.tsx'
import { Panel } from './panel.tsx'
import { RecordScreening } from './record-screening.tsx'
import { writeRefusal } from './write-refusal.ts'

const NotScreened = ({
  standing,
}: {
  standing: Exclude<ShownStanding, { state: 'screened' | 'withheld' }>
}) =>
  standing.state === 'no-level' ? (
    <Notice heading="Not screened: no level is recorded">
      Add evidence that names the fractured level. This is no outcome.
    </Notice>
  ) : (
    <Notice tone="warning" heading="Not screened: recorded facts contradict each other">
      <p>Withdraw or add evidence so that they agree. This is no outcome.</p>
      <ul>
        {standing.refusals.map(({ pointer, reason }) => (
          <li key={`${pointer} ${reason}`}>{writeRefusal(pointer, reason)}</li>
        ))}
      </ul>
    </Notice>
  )

const toFact = (id: string) => (event: MouseEvent) => {
  event.preventDefault()
  goTo(id)
}

const Doubt = ({ standing }: Pick<Referral, 'standing'>) => {
  if (standing.state !== 'screened' || standing.inDoubt.length === 0) return null
  const { outcome } = standing.result
  return (
    <p>
      <strong>The outcome is in doubt.</strong> “{shortOutcomeWords[outcome]}” leaves out what the
      sources disagree on, and it or its urgency may change with what is right.
    </p>
  )
}

function Conflicts({ facts, standing }: Pick<Referral, 'facts' | 'standing'>) {
  const conflicts = conflictsOf(facts)
  const { length: count } = conflicts
  if (count === 0) return null
  const decides = (one: GatheredFact) =>
    standing.state === 'screened' &&
    standing.inDoubt.some(({ fact, level }) => fact === one.fact && level === one.level)
  return (
    <Notice
      tone="warning"
      heading={`${count === 1 ? '1 fact is' : `${count} facts are`} in conflict`}
    >
      <Doubt standing={standing} />
      <p>Sources disagree. It counts as not recorded until somebody chooses, with a reason:</p>
      <ul>
        {conflicts.map((fact) => (
          <li key={idOfGathered(fact)}>
            <a href={`#${idOfGathered(fact)}`} onClick={toFact(idOfGathered(fact))}>
              {placeOfGathered(fact)}
            </a>
            {decides(fact) ? ': the outcome depends on it' : null}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** What cannot be screened, or shown, is told of a red flag all the same. */
function RedFlags({ facts }: Pick<Referral, 'facts'>) {
  const flags = facts.filter(
    ({ fact, status, value }) =>
      status === 'recorded' && value === true && redFlagFacts.some((flag) => flag === fact),
  )
  if (flags.length === 0) return null
  return (
    <Notice tone="warning" heading="Red flag recorded: a surgeon looks at this first">
      {flags.map(labelOfGathered).join(', ')}
    </Notice>
  )
}

const Withheld = () => (
  <Notice heading="Your impression first">
    This clinic asks for a surgeon’s impression before the outcome is shown. Open the latest
    recorded screening, or record one, and give your impression there; how the referral stands then
    follows here.
  </Notice>
)

function Stands({ standing, facts }: Pick<Referral, 'standing' | 'facts'>) {
  if (standing.state === 'screened') return <ResultView result={standing.result} />
  return (
    <>
      <RedFlags facts={facts} />
      {standing.state === 'withheld' ? <Withheld /> : <NotScreened standing={standing} />}
    </>
  )
}

type OutcomeNowProps = { referral: Referral; mayChange: boolean }

/** The outcome as of today with its reasons; a referral that cannot be screened says so, and why. */
export function OutcomeNow({ referral, mayChange }: OutcomeNowProps) {
  const { standing } = referral
  return (
    <Panel className="stack-close" heading={`As of ${writeDay(standing.asOf)}`}>
      <Conflicts facts={referral.facts} standing={standing} />
      <Stands standing={standing} facts={referral.facts} />
      {mayChange && (standing.state === 'screened' || standing.state === 'withheld') ? (
        <RecordScreening referral={referral} />
      ) : null}
    </Panel>
  )
}
