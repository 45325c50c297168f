import { resultId } from '../questions/entry-names.ts'
import { Shape } from '../result/shape.tsx'
import { shortOutcomeWords } from '../result/wording.ts'
import { useWho } from '../session.ts'
import { goTo } from '../ui/go-to.ts'
import { usePreview } from './live-preview.tsx'

/** The outcome in a strip at the foot of a narrow page, leading to the result below the form. */
export function ResultStrip() {
  const preview = usePreview()
  const { blindFirst } = useWho()
  const result = preview.state === 'result' && !blindFirst ? preview.result : undefined
  return (
    <a
      className="result-strip"
      href={`#${resultId}`}
      onClick={(event) => {
        event.preventDefault()
        goTo(resultId)
      }}
    >
      {result ? (
        <span className="strip-word">
          <Shape of={result.urgent ? 'urgent' : result.outcome} />
          {result.urgent ? 'Urgent: ' : ''}
          {shortOutcomeWords[result.outcome]}
        </span>
      ) : (
        <span className="strip-word">{blindFirst ? 'Your impression first' : 'No result yet'}</span>
      )}
      <span className="strip-more">See why</span>
    </a>
  )
}
