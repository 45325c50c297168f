import { explain } from '../failure.ts'
import { writeTime } from '../instant.ts'
import { Notice } from '../ui/notice.tsx'
import { useOnline } from '../ui/online.ts'
import type { DraftState } from './draft-saver.ts'

/** Says, over the foot of the form, that entries are not kept on the server for now; calm, as they are still here. */
export function DraftBanner({ draft }: { draft: DraftState }) {
  const online = useOnline()
  if (online && draft.state !== 'not-saved') return null
  const since = draft.state === 'not-saved' && draft.since ? ` since ${writeTime(draft.since)}` : ''
  return (
    <div className="draft-banner" role="status">
      <Notice tone="warning" heading={`Not saved${since}. Your entries are still here.`}>
        {online && draft.state === 'not-saved' ? explain(draft.because) : 'You are offline.'} Saving
        is tried again by itself. Keep this page open.
      </Notice>
    </div>
  )
}

const says = {
  untouched: () => 'Entries are kept on the server as you go.',
  unsaved: () => 'Saving…',
  saved: ({ at }: { at: Date }) => `Draft saved at ${writeTime(at)}.`,
} as const

/** Says how the entries are kept while all is well. */
export function DraftStatus({ draft }: { draft: DraftState }) {
  if (draft.state === 'not-saved') return null
  const text = draft.state === 'saved' ? says.saved(draft) : says[draft.state]()
  return <p className="draft-status">{text}</p>
}
