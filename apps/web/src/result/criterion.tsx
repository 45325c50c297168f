import type { CriterionResult, LevelName } from '@kyphoscreen/rules'
import { FactLink } from './fact-link.tsx'
import { firstFactOf, isOfLevel } from './facts-of-criterion.ts'
import { Shape, toneOf } from './shape.tsx'
import { Sources } from './sources.tsx'
import { criterionWords, statusWords } from './wording.ts'

type CriterionProps = { criterion: CriterionResult; level: LevelName }

/** One criterion: its status, why, what would change it, and the source and reading it rests on. */
export function Criterion({ criterion, level }: CriterionProps) {
  const { id, status, notYet, because, wouldChange, sources, reading, requires } = criterion
  const fact = criterion.missing[0] ?? firstFactOf[id]
  return (
    <li className={`criterion ${toneOf(status)}`} data-criterion={id} data-status={status}>
      <Shape of={status} />
      <div className="criterion-body">
        <p className="criterion-name">
          <FactLink fact={fact} level={isOfLevel(fact) ? level : undefined}>
            {criterionWords[id]}
          </FactLink>
          <span className="status-word">{notYet ? 'Not met yet' : statusWords[status]}</span>
        </p>
        <p>{because}</p>
        {wouldChange ? <p className="would-change">{wouldChange}</p> : null}
        <details>
          <summary>
            <Sources of={sources} /> and our reading
            <span className="visually-hidden"> of {criterionWords[id]}</span>
          </summary>
          <p>
            <b>Asked:</b> {requires}
          </p>
          <p>
            <b>Our reading:</b> {reading}
          </p>
        </details>
      </div>
    </li>
  )
}
