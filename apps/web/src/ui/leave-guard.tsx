import { useBlocker } from 'react-router'
import { Dialog } from './dialog.tsx'

type LeaveGuardProps = { isUnsaved: () => boolean; says: string }

/** Asks before a page is left whose entries are not on the server. */
export function LeaveGuard({ isUnsaved, says }: LeaveGuardProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isUnsaved() && currentLocation.pathname !== nextLocation.pathname,
  )
  if (blocker.state !== 'blocked') return null
  return (
    <Dialog heading="Your entries are not saved" onDismiss={blocker.reset}>
      <p>{says} Leaving this page now loses them.</p>
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
