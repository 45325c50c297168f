import { explain } from '../failure.ts'
import { writeTime } from '../instant.ts'
import { Notice } from '../ui/notice.tsx'
import { useOnline } from '../ui/online.ts'
import type { DraftState } from './draft-saver.ts'

/** Says whether what has been entered is kept on the server, calmly also when it is not. */
export function DraftStatus({ draft }: { draft: DraftState }) {
  const online = useOnline()
  if (draft.state === 'not-saved' || !online) {
    const since =
      draft.state === 'not-saved' && draft.since ? ` since ${writeTime(draft.since)}` : ''
    return (
      <div className="draft-banner" role="status">
        <Notice tone="warning" heading={`Not saved${since}. Your entries are still here.`}>
          {online && draft.state === 'not-saved' ? explain(draft.because) : 'You are offline.'}{' '}
          Saving is tried again by itself. Keep this page open.
        </Notice>
      </div>
    )
  }
  const says = {
    untouched: 'Entries are kept on the server as you go.',
    unsaved: 'Saving…',
    saved: draft.state === 'saved' ? `Draft saved at ${writeTime(draft.at)}.` : '',
  }[draft.state]
  return <p className="draft-status">{says}</p>
}
