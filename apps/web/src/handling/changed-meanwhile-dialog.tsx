import type { Referral } from '@kyphoscreen/api/contract'
import { writeInstant } from '../instant.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Failed } from '../ui/failed.tsx'
import { type Compared, eventsSince } from './changed-meanwhile.ts'
import { writeEvent } from './write-event.ts'

const Versions = ({ compared }: { compared: readonly Compared[] }) => (
  <table className="versions">
    <caption>Both versions</caption>
    <thead>
      <tr>
        <th scope="col">Entry</th>
        <th scope="col">Saved by now</th>
        <th scope="col">Yours, not saved</th>
      </tr>
    </thead>
    <tbody>
      {compared.map(({ label, theirs, yours }) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          <td>{theirs}</td>
          <td>{theirs === yours ? 'the same' : yours}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

function Since({ now, since }: { now: Referral; since: string }) {
  const events = eventsSince(now, since)
  if (events.length === 0) return null
  return (
    <ul className="since">
      {events.map((event) => (
        <li key={event.sequence}>
          {event.by.displayName}, {writeInstant(event.at)}: {writeEvent(event)}
        </li>
      ))}
    </ul>
  )
}

type ChangedMeanwhileDialogProps = {
  now: Referral
  since: string
  compared: readonly Compared[]
  sending: boolean
  failed: string | undefined
  onSaveYours: () => void
  onKeepTheirs: () => void
  onBack: () => void
}

/** Shows both versions of a referral that somebody else changed meanwhile; nothing is lost before the person chooses. */
export const ChangedMeanwhileDialog = (props: ChangedMeanwhileDialogProps) => (
  <Dialog heading="Somebody else changed this referral meanwhile" onDismiss={props.onBack}>
    <p>Your change is not saved yet, and nothing you typed is lost. Since you opened it:</p>
    <Since now={props.now} since={props.since} />
    <Versions compared={props.compared} />
    {props.failed ? <Failed heading="Not saved" says={props.failed} /> : null}
    <div className="actions">
      <button type="button" className="button button-main" data-focus-first onClick={props.onBack}>
        Back to what you typed
      </button>
      {props.compared.every(({ theirs, yours }) => theirs === yours) ? null : (
        <button type="button" className="button" onClick={props.onSaveYours}>
          {props.sending ? 'Saving…' : 'Save yours'}
        </button>
      )}
      <button type="button" className="button" onClick={props.onKeepTheirs}>
        Drop yours
      </button>
    </div>
  </Dialog>
)
