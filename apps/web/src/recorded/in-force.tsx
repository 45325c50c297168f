import { changeBetween, type Screening } from '@kyphoscreen/api/contract'
import { ruleset, screen } from '@kyphoscreen/rules'
import { useDeferredValue } from 'react'
import { writeOutcome, writeThrough } from '../result/write-change.ts'

type Recorded = Pick<Screening, 'findings' | 'result'>

/** What the rules in force make of recorded findings, in one sentence, and through what it differs from the record. */
export function underRulesInForce({ findings, result }: Recorded): {
  says: string
  through: string[]
} {
  const comesTo = (says: string, through: string[] = []) => ({ says, through })
  try {
    const change = changeBetween(result, screen(findings))
    if (!change) return comesTo('what is recorded is no answer to compare with.')
    const through = writeThrough(change)
    if (change.outcome) return comesTo(`would be ${writeOutcome(change.outcome.after)}.`, through)
    return comesTo(
      through.length > 0 ? 'same outcome, otherwise reached.' : 'same outcome.',
      through,
    )
  } catch {
    return comesTo('these findings are no longer accepted, so there is no answer.')
  }
}

/** Says what the rules in force make of a recorded screening; worked out after the page is shown. */
export function UnderRulesInForce({ screening }: { screening: Recorded }) {
  const shown = useDeferredValue<Recorded | null>(screening, null)
  if (shown === null) return null
  const { says, through } = underRulesInForce(shown)
  return (
    <div className="fine">
      <p>
        Under the ruleset in force ({ruleset.version}): {says}
      </p>
      {through.length === 0 ? null : (
        <ul>
          {through.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
