import type { Decision, DecisionKind } from '@kyphoscreen/api/contract'
import { writeInstant } from '../instant.ts'
import { Receipt } from '../receipt.tsx'
import { outcomeWords } from '../result/wording.ts'
import { writeReason } from './reason-words.ts'
import { writeDecision } from './write-decision.ts'

const noteWords = {
  'plan-kyphoplasty': 'Note',
  defer: 'Note',
  'more-information': 'Missing',
  'not-pursued': 'Note',
  'referred-elsewhere': 'To',
} as const satisfies Record<DecisionKind, string>

const Departs = ({ outcome, reason }: Decision) =>
  reason === null ? null : (
    <>
      <div>
        <dt>Departs from</dt>
        <dd>{outcomeWords[outcome]}</dd>
      </div>
      <div>
        <dt>Because</dt>
        <dd>
          {writeReason(reason)}
          {reason.text === null ? null : <p className="prose">{reason.text}</p>}
        </dd>
      </div>
    </>
  )

/** One recorded decision: what, why where it departs, who, when, and on which outcome by which rules. */
export const DecisionView = ({ decision }: { decision: Decision }) => {
  const { kind, note, outcome, ruleset, decidedAt, decidedBy, replacedBy } = decision
  return (
    <article className="decision" data-decision={kind} data-replaced={replacedBy !== null}>
      <h3>{writeDecision(decision)}</h3>
      {decision.reason !== null || note !== null ? (
        <dl className="facts">
          <Departs {...decision} />
          {note === null ? null : (
            <div>
              <dt>{noteWords[kind]}</dt>
              <dd className="prose">{note}</dd>
            </div>
          )}
        </dl>
      ) : null}
      <p className="fine">
        Decided {writeInstant(decidedAt)} by {decidedBy.displayName}, {decidedBy.role} · outcome
        shown: {outcomeWords[outcome]} · ruleset {ruleset.version}
      </p>
      <Receipt of="decision" id={decision.id} />
    </article>
  )
}
