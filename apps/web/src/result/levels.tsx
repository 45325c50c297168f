import type { ScreeningResult } from '@kyphoscreen/rules'
import { Criterion } from './criterion.tsx'
import { shortOutcomeWords } from './wording.ts'

/** The four criteria of every level, in their order. */
export const Levels = ({ levels }: Pick<ScreeningResult, 'levels'>) =>
  levels.map(({ level, outcome, because, criteria }) => (
    <section className="result-level" key={level} aria-label={`Criteria at ${level}`}>
      <h3>
        {level}
        <span className="level-outcome">
          {levels.length > 1 ? ` ${shortOutcomeWords[outcome]}` : ' the four criteria'}
        </span>
      </h3>
      {levels.length > 1 ? <p className="level-because">{because}</p> : null}
      <ol className="criteria">
        {criteria.map((criterion) => (
          <Criterion key={criterion.id} criterion={criterion} level={level} />
        ))}
      </ol>
    </section>
  ))
