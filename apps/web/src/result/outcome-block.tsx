import type { ScreeningResult } from '@kyphoscreen/rules'
import { Shape, toneOf } from './shape.tsx'
import { outcomeWords, shortOutcomeWords } from './wording.ts'

type OutcomeBlockProps = { result: Pick<ScreeningResult, 'outcome' | 'headline' | 'levels'> }

/** The outcome: word, shape and colour, the one sentence, and each level’s own outcome when there are several. */
export function OutcomeBlock({ result: { outcome, headline, levels } }: OutcomeBlockProps) {
  return (
    <div className={`outcome ${toneOf(outcome)}`} data-outcome={outcome}>
      <p className="outcome-word">
        <Shape of={outcome} />
        <strong>{outcomeWords[outcome]}</strong>
      </p>
      <p className="outcome-headline">{headline}</p>
      {levels.length > 1 ? (
        <ul className="outcome-levels" aria-label="Outcome of each level">
          {levels.map(({ level, outcome: own }) => (
            <li key={level}>
              <Shape of={own} /> <b>{level}</b> {shortOutcomeWords[own]}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
