import type { Person } from '@kyphoscreen/api/contract'
import {
  ChoiceEntry,
  DayEntry,
  LineEntry,
  OwnerEntry,
  ProseEntry,
} from '../handling/form-entries.tsx'
import { priorityWords } from '../handling/wording.ts'

/** Asks what a referral is: who sent it, when and why, how soon, whose, and until when. */
export const ReferralFields = ({ owner }: { owner: Person | null }) => (
  <div className="fields">
    <LineEntry name="name" label="Referrer" />
    <LineEntry name="organisation" label="Organisation" />
    <LineEntry name="phone" label="Phone" />
    <LineEntry name="fax" label="Fax" />
    <DayEntry name="receivedOn" label="Received on" hint="05-Nov-2026, today, or -3d" />
    <ProseEntry name="reason" label="Reason, in the referrer’s words" />
    <ChoiceEntry name="priority" label="Priority" words={priorityWords} />
    <OwnerEntry name="ownerId" label="Owner" owner={owner} />
    <DayEntry name="dueOn" label="Due" hint="05-Nov-2026, +3d or +1w; may be left out" />
  </div>
)
