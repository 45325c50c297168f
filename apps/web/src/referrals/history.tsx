import type { ReferralEvent } from '@kyphoscreen/api/contract'
import { linesOf } from '../handling/write-event.ts'
import { writeInstant } from '../instant.ts'
import { Panel } from './panel.tsx'

const Event = ({ event }: { event: ReferralEvent }) => (
  <li>
    <p>{event.what}</p>
    {linesOf(event).map((line) => (
      <p key={line} className="prose">
        {line}
      </p>
    ))}
    {event.why ? <p className="prose">Why: {event.why}</p> : null}
    <p className="fine">
      {event.by.displayName}, {event.by.role}, {writeInstant(event.at)}
    </p>
  </li>
)

const newestFirst = (events: readonly ReferralEvent[]) =>
  events.toSorted((one, other) => Number(BigInt(other.sequence) - BigInt(one.sequence)))

/** Everything that has happened to a referral: what, from what to what, by whom, when and why. */
export const History = ({ events }: { events: readonly ReferralEvent[] }) => (
  <Panel id="history" heading="What has happened">
    <ol className="happened">
      {newestFirst(events).map((event) => (
        <Event key={event.sequence} event={event} />
      ))}
    </ol>
  </Panel>
)
