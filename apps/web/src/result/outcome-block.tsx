import { redFlagFacts, type ScreeningResult } from '@kyphoscreen/rules'
import { goTo } from '../ui/go-to.ts'
import { safetyChecksId } from './remarks.tsx'
import { Shape, toneOf } from './shape.tsx'
import { outcomeWords, shortOutcomeWords } from './wording.ts'

type OutcomeBlockProps = {
  result: Pick<ScreeningResult, 'outcome' | 'headline' | 'levels' | 'notRecordedSafetyChecks'>
}

const OpenChecks = ({ count }: { count: number }) => (
  <p className="outcome-checks">
    <a
      href={`#${safetyChecksId}`}
      onClick={(event) => {
        event.preventDefault()
        goTo(safetyChecksId)
      }}
    >
      {count} of {redFlagFacts.length} safety checks not recorded
    </a>
  </p>
)

/** The outcome: word, shape and colour, the one sentence, each level’s own outcome when there are several, and how many safety checks are open. */
export function OutcomeBlock({ result }: OutcomeBlockProps) {
  const { outcome, headline, levels, notRecordedSafetyChecks: open } = result
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
      {open.length > 0 ? <OpenChecks count={open.length} /> : null}
    </div>
  )
}
