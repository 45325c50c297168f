import type { Referral } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import { useState } from 'react'
import { writeDayAndDistance, writeDue } from '../handling/due.ts'
import { usePeople } from '../handling/people.ts'
import { referralApi } from '../handling/referral-api.ts'
import { changeFrom, compareChange, isOvertaken } from '../handling/referral-change.ts'
import { SmallForm } from '../handling/small-form.tsx'
import { useAct } from '../handling/use-act.tsx'
import { ownerName, priorityWords } from '../handling/wording.ts'
import { today } from '../today.ts'
import { Opened } from '../ui/opened.tsx'
import { Panel } from './panel.tsx'
import { ReferralFields } from './referral-fields.tsx'
import { type ReferralRead, ReferralTyped, typedFrom } from './referral-typed.ts'
import { useKeepReferral } from './use-referral.ts'

const entriesOf = ({
  referrer,
  receivedOn,
  reason,
  priority,
  owner,
  dueOn,
  externalId,
}: Referral): [string, string | null][] => [
  ['Referrer', referrer.name],
  ['Organisation', referrer.organisation],
  ['Phone', referrer.phone],
  ['Fax', referrer.fax],
  ['Received', writeDayAndDistance(receivedOn, today())],
  ['Sender’s id', externalId],
  ['Priority', priorityWords[priority]],
  ['Owner', ownerName(owner)],
  ['Due', dueOn === null ? 'no due date' : `${writeDay(dueOn)}, ${writeDue(dueOn, today())}`],
  ['Reason', reason],
]

function DetailsForm({ referral, onClose }: { referral: Referral; onClose: () => void }) {
  const [opened] = useState(referral)
  const people = usePeople(referral.owner)
  const { act, sending, failed, dialog } = useAct<Referral>(referral, useKeepReferral())
  const send = (typed: ReferralRead) => {
    const change = changeFrom(opened, typed)
    if (change === null) return onClose()
    act({
      send: (seen) => referralApi.change(seen, change),
      compare: (now) => compareChange(change, now, people),
      ...(isOvertaken(opened, referral, change) ? { from: opened.version } : {}),
      onDone: onClose,
      onDropped: onClose,
    })
  }
  return (
    <>
      <SmallForm
        label="Change the referral"
        schema={ReferralTyped}
        initial={typedFrom(opened)}
        submit="Save"
        sending={sending}
        failed={failed}
        onSend={send}
        onCancel={onClose}
      >
        <ReferralFields owner={referral.owner} />
      </SmallForm>
      {dialog}
    </>
  )
}

type DetailsProps = { referral: Referral; mayChange: boolean }

/** Who sent the referral, when and why, whose it is and until when, with the form to change it. */
export const Details = ({ referral, mayChange }: DetailsProps) => (
  <Panel id="details" heading="Referral">
    <dl className="facts">
      {entriesOf(referral).map(([label, value]) =>
        value === null ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
    {mayChange ? (
      <Opened label="Change…">
        {(close) => <DetailsForm referral={referral} onClose={close} />}
      </Opened>
    ) : null}
  </Panel>
)
