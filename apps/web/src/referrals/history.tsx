import type { Referral, ReferralEvent } from '@kyphoscreen/api/contract'
import { Link } from 'react-router'
import { z } from 'zod'
import { linesOf } from '../handling/write-event.ts'
import { writeInstant } from '../instant.ts'
import { OnlyLatest } from './only-latest.tsx'
import { Panel } from './panel.tsx'

const Told = z.object({ text: z.string() })
const Recorded = z.object({ id: z.uuid() })

const ReplyText = ({ to }: { to: ReferralEvent['to'] }) => {
  const read = Told.safeParse(to)
  return read.success ? (
    <details>
      <summary>Text of the reply</summary>
      <p className="prose">{read.data.text}</p>
    </details>
  ) : null
}

const ScreeningLink = ({ to, patientId }: { to: ReferralEvent['to']; patientId: string }) => {
  const read = Recorded.safeParse(to)
  return read.success ? (
    <p>
      <Link to={`/patients/${patientId}/screenings/${read.data.id}`}>The recorded screening</Link>
    </p>
  ) : null
}

const Event = ({ event, patientId }: { event: ReferralEvent; patientId: string }) => (
  <li>
    <p>{event.what}</p>
    {linesOf(event).map((line) => (
      <p key={line} className="prose">
        {line}
      </p>
    ))}
    {event.kind === 'reply' ? <ReplyText to={event.to} /> : null}
    {event.kind === 'screening' ? <ScreeningLink to={event.to} patientId={patientId} /> : null}
    {event.why ? <p className="prose">Why: {event.why}</p> : null}
    <p className="fine">
      {event.by.displayName}, {event.by.role}, {writeInstant(event.at)}
    </p>
  </li>
)

const newestFirst = (events: readonly ReferralEvent[]) =>
  events.toSorted((one, other) => Number(BigInt(other.sequence) - BigInt(one.sequence)))

/** Everything that has happened to a referral: what, from what to what, by whom, when and why. */
export const History = ({ referral: { events, patient } }: { referral: Referral }) => (
  <Panel id="history" heading="What has happened">
    <OnlyLatest events={events} />
    <ol className="happened">
      {newestFirst(events).map((event) => (
        <Event key={event.sequence} event={event} patientId={patient.id} />
      ))}
    </ol>
  </Panel>
)
