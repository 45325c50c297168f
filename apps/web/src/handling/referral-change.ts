import type { Person, Referral, ReferralChange } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import { canonicalJson } from '../canonical-json.ts'
import type { Compared } from './changed-meanwhile.ts'
import { ownerName, priorityWords } from './wording.ts'

/** What a change is measured against: a referral, or as much of it as a list shows. */
export type Opened = Partial<Omit<ReferralChange, 'ownerId'>> & Pick<Referral, 'owner'>

/** Gives the fields that differ from the referral as it was opened; null when none does. */
export function changeFrom(
  { owner, ...opened }: Opened,
  typed: ReferralChange,
): ReferralChange | null {
  const before: ReferralChange = { ...opened, ownerId: owner?.id ?? null }
  const changed = Object.entries(typed).filter(
    ([field, value]) =>
      canonicalJson(value) !== canonicalJson(before[field as keyof typeof before]),
  )
  return changed.length === 0 ? null : Object.fromEntries(changed)
}

const writeReferrer = ({ name, organisation, phone, fax }: Referral['referrer']) =>
  [name, organisation, phone, fax].filter((part) => part !== null).join(', ')

const dayOrNone = (day: string | null) => (day === null ? 'none' : writeDay(day))

/** True when somebody else has changed, since it was opened, what a change is about to change. */
export function isOvertaken(opened: Referral, now: Referral, change: ReferralChange): boolean {
  const { owner, ...fields } = now
  const moved = changeFrom(opened, { ...fields, ownerId: owner?.id ?? null })
  return Object.keys(change).some((field) => moved !== null && field in moved)
}

/** Sets the fields that are to change beside the referral as it is now. */
export function compareChange(
  change: ReferralChange,
  now: Referral,
  people: readonly Person[],
): Compared[] {
  const nameOf = (id: string | null) => ownerName(people.find((one) => one.id === id) ?? null)
  const { referrer, receivedOn, reason, priority, ownerId, dueOn } = change
  return [
    referrer && {
      label: 'Referrer',
      theirs: writeReferrer(now.referrer),
      yours: writeReferrer(referrer),
    },
    receivedOn && {
      label: 'Received on',
      theirs: writeDay(now.receivedOn),
      yours: writeDay(receivedOn),
    },
    reason && { label: 'Reason', theirs: now.reason, yours: reason },
    priority && {
      label: 'Priority',
      theirs: priorityWords[now.priority],
      yours: priorityWords[priority],
    },
    ownerId !== undefined && {
      label: 'Owner',
      theirs: ownerName(now.owner),
      yours: nameOf(ownerId),
    },
    dueOn !== undefined && { label: 'Due', theirs: dayOrNone(now.dueOn), yours: dayOrNone(dueOn) },
  ].filter((row): row is Compared => typeof row === 'object')
}
