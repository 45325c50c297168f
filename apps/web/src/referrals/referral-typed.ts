import { Priority, type Referral } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import { z } from 'zod'
import {
  chosen,
  maybeDay,
  maybePerson,
  maybeText,
  neededDay,
  neededText,
} from '../handling/typed.ts'

/** What is typed of a referral itself; what it gives is what is sent. */
export const ReferralTyped = z
  .object({
    name: neededText('Type who sent the referral.', 200),
    organisation: maybeText(200),
    phone: maybeText(40),
    fax: maybeText(40),
    receivedOn: neededDay('Received on', { past: true }),
    reason: neededText('Type the reason, in the referrer’s words.', 4000),
    priority: chosen(Priority.options, 'Choose how soon it is to be looked at.'),
    ownerId: maybePerson,
    dueOn: maybeDay('Due'),
  })
  .transform(({ name, organisation, phone, fax, ...referral }) => ({
    ...referral,
    referrer: { name, organisation, phone, fax },
  }))
export type ReferralTyped = z.input<typeof ReferralTyped>
export type ReferralRead = z.output<typeof ReferralTyped>

/** Gives a referral as it would be typed. */
export const typedFrom = ({
  referrer,
  receivedOn,
  reason,
  priority,
  owner,
  dueOn,
}: Pick<
  Referral,
  'referrer' | 'receivedOn' | 'reason' | 'priority' | 'owner' | 'dueOn'
>): ReferralTyped => ({
  name: referrer.name,
  organisation: referrer.organisation ?? '',
  phone: referrer.phone ?? '',
  fax: referrer.fax ?? '',
  receivedOn: writeDay(receivedOn),
  reason,
  priority,
  ownerId: owner?.id ?? '',
  dueOn: dueOn === null ? '' : writeDay(dueOn),
})
