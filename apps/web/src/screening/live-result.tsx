import { type ReactNode, useCallback } from 'react'
import { useFormContext } from 'react-hook-form'
import type { Entries } from '../questions/entries.ts'
import { elementId, pathOfFact, resultId } from '../questions/entry-names.ts'
import type { EntryProblem } from '../questions/read-entries.ts'
import { type WhereFactIs, WhereFacts } from '../result/fact-link.tsx'
import { Horizon } from '../result/horizon.tsx'
import { ResultView } from '../result/result-view.tsx'
import { outcomeWords } from '../result/wording.ts'
import { useWho } from '../session.ts'
import { Announcer } from '../ui/announcer.tsx'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import { goTo } from '../ui/go-to.ts'
import { Notice } from '../ui/notice.tsx'
import { usePreview } from './live-preview.tsx'
import type { Preview } from './preview.ts'

const EntryLinks = ({ of }: { of: readonly EntryProblem[] }) => (
  <ul>
    {of.map(({ path, says }) => (
      <li key={`${path} ${says}`}>
        <a
          href={`#${elementId(path)}`}
          onClick={(event) => {
            event.preventDefault()
            goTo(elementId(path))
          }}
        >
          {says}
        </a>
      </li>
    ))}
  </ul>
)

const failure = (
  <Notice tone="failure" heading="No result: it could not be worked out">
    Something failed in this browser. Your entries are still here. Reload the page; if it happens
    again, tell support. Do not read this as a result.
  </Notice>
)

/** What a preview says in a sentence, for those who hear it. */
function spoken(preview: Preview, isBlind: boolean): string {
  if (preview.state !== 'result') return waiting[preview.state].heading
  if (isBlind) return blind.heading
  const { result } = preview
  const left = preview.unread.length > 0 ? ' Some entries are left out.' : ''
  return `${result.urgent ? 'Urgent. ' : ''}${outcomeWords[result.outcome]}. ${result.headline}${left}`
}

const blind = {
  heading: 'Your impression first',
  says: 'This clinic asks for a surgeon’s impression before the outcome is shown. Record the screening and give yours; the outcome follows.',
} as const

const waiting = {
  'no-level': {
    heading: 'No result yet',
    says: 'Choose the fractured level; the result follows with every answer.',
  },
  refused: {
    heading: 'No result: entries contradict each other',
    says: 'The result waits until one of them is corrected.',
  },
  withheld: {
    heading: 'No result: an entry cannot be read',
    says: 'The result waits until it is corrected or emptied.',
  },
  failed: { heading: 'No result: it could not be worked out', says: '' },
} as const

function Shown({ preview, isBlind }: { preview: Preview; isBlind: boolean }) {
  switch (preview.state) {
    case 'no-level':
      return <Notice heading={waiting['no-level'].heading}>{waiting['no-level'].says}</Notice>
    case 'refused':
    case 'withheld': {
      const { heading, says } = waiting[preview.state]
      const causes = preview.state === 'refused' ? preview.contradictions : preview.unread
      return (
        <Notice tone="warning" heading={heading}>
          <p>{says}</p>
          <EntryLinks of={causes} />
        </Notice>
      )
    }
    case 'failed':
      return failure
    case 'result':
      return (
        <>
          {preview.unread.length > 0 ? (
            <Notice tone="warning" heading="Left out of this result">
              <EntryLinks of={preview.unread} />
            </Notice>
          ) : null}
          {isBlind ? (
            <Notice heading={blind.heading}>{blind.says}</Notice>
          ) : (
            <ResultView result={preview.result}>
              <Horizon findings={preview.findings} />
            </ResultView>
          )}
        </>
      )
  }
}

/** The result as it stands with what has been entered so far; a failure is shown as one. */
export function LiveResult({ children }: { children?: ReactNode }) {
  const preview = usePreview()
  const { blindFirst: isBlind } = useWho()
  const { getValues } = useFormContext<Entries>()
  const where = useCallback<WhereFactIs>(
    (fact, level) =>
      elementId(
        pathOfFact(
          fact,
          level,
          getValues('levels').map((entry) => entry.level),
        ),
      ),
    [getValues],
  )
  return (
    <aside className="live-result" id={resultId} tabIndex={-1} aria-labelledby="result-heading">
      <h2 id="result-heading">Result so far</h2>
      <Announcer text={spoken(preview, isBlind)} />
      <ErrorBoundary fallback={failure} resetKey={preview}>
        <WhereFacts value={where}>
          <Shown preview={preview} isBlind={isBlind} />
        </WhereFacts>
      </ErrorBoundary>
      {children}
    </aside>
  )
}
