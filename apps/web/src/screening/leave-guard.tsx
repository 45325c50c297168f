import { useBlocker } from 'react-router'
import { Dialog } from '../ui/dialog.tsx'

type LeaveGuardProps = { saver: { readonly hasUnsaved: boolean; readonly isFailing: boolean } }

/** Asks before a page is left whose entries the server has not taken. */
export function LeaveGuard({ saver }: LeaveGuardProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      saver.hasUnsaved && saver.isFailing && currentLocation.pathname !== nextLocation.pathname,
  )
  if (blocker.state !== 'blocked') return null
  return (
    <Dialog heading="Your entries are not saved" onDismiss={blocker.reset}>
      <p>The server has not taken the latest entries. Leaving this page now loses them.</p>
      <div className="actions">
        <button type="button" className="button button-main" onClick={blocker.reset}>
          Stay on this page
        </button>
        <button type="button" className="button" onClick={blocker.proceed}>
          Leave and lose them
        </button>
      </div>
    </Dialog>
  )
}
