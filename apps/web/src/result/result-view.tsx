import { ruleset, type ScreeningResult, writeDay } from '@kyphoscreen/rules'
import type { ReactNode } from 'react'
import { useReading } from '../reading.ts'
import { Levels } from './levels.tsx'
import { OutcomeBlock } from './outcome-block.tsx'
import { RedFlags } from './red-flags.tsx'
import { Cautions, DocumentationGaps, Remarks, SafetyChecks } from './remarks.tsx'
import { Missing, Settles } from './settling.tsx'
import { standingOfResult } from './wording.ts'
import './criterion.css'
import './result.css'

const documents = Object.fromEntries(ruleset.documents.map(({ id, describes }) => [id, describes]))

const NextChange = ({ nextChange }: Pick<ScreeningResult, 'nextChange'>) =>
  nextChange === null ? null : (
    <section className="remarks" aria-label="When the calendar changes it">
      <h3>When the calendar changes it</h3>
      <p>
        <b className="no-break">{writeDay(nextChange.on)}</b>: {nextChange.what}
      </p>
    </section>
  )

type ResultViewProps = {
  result: ScreeningResult
  /** When the result was recorded; it is told by the reading of that moment. */
  recordedAt?: string
  children?: ReactNode
}

/** A result in full: red flags first, then the outcome, what would settle it, the criteria and everything noted. */
export function ResultView({ result, recordedAt, children }: ResultViewProps) {
  const { version, id } = result.ruleset
  const reading = useReading(result.ruleset, recordedAt)
  return (
    <div className="result">
      <RedFlags result={result} />
      <OutcomeBlock result={result} />
      <Settles settles={result.settles} />
      <Levels levels={result.levels} />
      <Missing result={result} />
      <NextChange nextChange={result.nextChange} />
      {children}
      <SafetyChecks checks={result.notRecordedSafetyChecks} />
      <Cautions cautions={result.cautions} />
      <DocumentationGaps gaps={result.documentationGaps} />
      <Remarks heading="Keep in mind" of={result.advisories} />
      <Remarks heading="Where the sources differ" of={result.conflicts} />
      <footer className="result-foot">
        <p>
          <b>{standingOfResult}</b> {reading}
        </p>
        <p>
          Assessed on {writeDay(result.assessedOn)} by ruleset {id} {version}. S1: {documents['S1']}
          ; S2: {documents['S2']}.
        </p>
      </footer>
    </div>
  )
}
