import type { MissingFact, ScreeningResult, SettlingFact } from '@kyphoscreen/rules'
import { FactLink } from './fact-link.tsx'
import { Shape } from './shape.tsx'
import { shortOutcomeWords } from './wording.ts'

type FactAt = Pick<MissingFact, 'fact' | 'level'>
const keyOf = ({ fact, level }: FactAt) => `${fact} ${level ?? ''}`
const at = ({ level }: FactAt) => (level === undefined ? '' : ` (${level})`)

const Answers = ({ answers }: Pick<SettlingFact, 'answers'>) => (
  <ul className="answers">
    {answers.map(({ answer, leadsTo }) => (
      <li key={answer}>
        <span>{answer}</span>
        <span className="leads-to">
          <Shape of={leadsTo} /> {shortOutcomeWords[leadsTo]}
        </span>
      </li>
    ))}
  </ul>
)

const Question = ({ missing }: { missing: MissingFact }) => (
  <li>
    <FactLink fact={missing.fact} level={missing.level}>
      {missing.question}
    </FactLink>
    {at(missing)}
  </li>
)

type SettlingProps = { result: Pick<ScreeningResult, 'missing' | 'settles'> }

/** What would settle the outcome with what each answer leads to, what else is missing, and what need not be chased. */
export function Settling({ result: { missing, settles } }: SettlingProps) {
  const settling = new Set(settles.map(keyOf))
  const others = missing.filter((fact) => fact.decisive && !settling.has(keyOf(fact)))
  const idle = missing.filter((fact) => !fact.decisive && !settling.has(keyOf(fact)))
  return (
    <>
      {settles.length > 0 ? (
        <section className="settles" aria-label="What would settle it">
          <h3>What would settle it</h3>
          <ol>
            {settles.map((fact) => (
              <li key={keyOf(fact)}>
                <p className="settles-question">
                  <FactLink fact={fact.fact} level={fact.level}>
                    {missing.find((one) => keyOf(one) === keyOf(fact))?.question ?? fact.fact}
                  </FactLink>
                  {at(fact)}
                </p>
                <details>
                  <summary>
                    This answer alone<span className="visually-hidden"> leads to</span>…
                  </summary>
                  <Answers answers={fact.answers} />
                </details>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {others.length > 0 ? (
        <section className="remarks" aria-label="Also missing">
          <h3>{settles.length > 0 ? 'Also missing, and could change the outcome' : 'Missing'}</h3>
          <ul>
            {others.map((fact) => (
              <Question key={keyOf(fact)} missing={fact} />
            ))}
          </ul>
        </section>
      ) : null}
      {idle.length > 0 ? (
        <details className="remarks quiet">
          <summary>No need to chase: {idle.length} not recorded</summary>
          <ul>
            {idle.map((fact) => (
              <Question key={keyOf(fact)} missing={fact} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
