import type { MissingFact, ScreeningResult, SettlingFact } from '@kyphoscreen/rules'
import { fields } from '../facts/fields.ts'
import { FactLink } from './fact-link.tsx'
import { Shape } from './shape.tsx'
import { shortOutcomeWords } from './wording.ts'

type FactAt = Pick<MissingFact, 'fact' | 'level'>
const keyOf = ({ fact, level }: FactAt) => `${fact} ${level ?? ''}`
const at = ({ level }: FactAt) => (level === undefined ? '' : ` (${level})`)

const Answers = ({ settling }: { settling: SettlingFact }) => (
  <section aria-label={`Answers to: ${settling.question}${at(settling)}`}>
    <p className="answers-to">
      {settling.question}
      {at(settling)}
    </p>
    <ul>
      {settling.answers.map(({ answer, leadsTo }) => (
        <li key={answer} className="answer">
          <span>{answer}</span>
          <span className="leads-to">
            <Shape of={leadsTo} /> {shortOutcomeWords[leadsTo]}
          </span>
        </li>
      ))}
    </ul>
  </section>
)

/** The fewest answers that settle the outcome, and where each of them leads by itself. */
export const Settles = ({ settles }: Pick<ScreeningResult, 'settles'>) =>
  settles.length === 0 ? null : (
    <section className="settles" aria-label="What would settle it">
      <h3>What would settle it</h3>
      <ol>
        {settles.map((settling) => (
          <li key={keyOf(settling)} className="settling">
            <FactLink fact={settling.fact} level={settling.level}>
              {settling.question}
            </FactLink>
            {at(settling)}
          </li>
        ))}
      </ol>
      <details>
        <summary>Where each answer leads by itself</summary>
        {settles.map((settling) => (
          <Answers key={keyOf(settling)} settling={settling} />
        ))}
      </details>
    </section>
  )

const AlsoMissing = ({ missing }: { missing: readonly MissingFact[] }) =>
  missing.length === 0 ? null : (
    <section className="remarks" aria-label="Also missing">
      <h3>Also missing, and could change the outcome</h3>
      <ul>
        {missing.map((fact) => (
          <li key={keyOf(fact)}>
            <FactLink fact={fact.fact} level={fact.level}>
              {fact.question}
            </FactLink>
            {at(fact)}
          </li>
        ))}
      </ul>
    </section>
  )

const NoNeedToChase = ({ noNeedToChase }: Pick<ScreeningResult, 'noNeedToChase'>) =>
  noNeedToChase.length === 0 ? null : (
    <details className="remarks quiet">
      <summary>No need to chase ({noNeedToChase.length})</summary>
      <ul>
        {noNeedToChase.map((fact) => (
          <li key={keyOf(fact)}>
            <FactLink fact={fact.fact} level={fact.level}>
              {fields[fact.fact].label}
            </FactLink>
            {at(fact)}: {fact.because}
          </li>
        ))}
      </ul>
    </details>
  )

type MissingProps = { result: Pick<ScreeningResult, 'missing' | 'settles' | 'noNeedToChase'> }

/** What else is missing and could change the outcome, and what need not be chased. */
export function Missing({ result: { missing, settles, noNeedToChase } }: MissingProps) {
  const settling = new Set(settles.map(keyOf))
  const others = missing.filter((fact) => fact.decisive && !settling.has(keyOf(fact)))
  return (
    <>
      <AlsoMissing missing={others} />
      <NoNeedToChase noNeedToChase={noNeedToChase} />
    </>
  )
}
