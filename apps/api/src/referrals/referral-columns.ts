import type { Referral as ReferralRow } from '../../generated/prisma/client.ts'
import type { NewReferral, Priority, Referrer } from '../contract.ts'
import { dateOf, dayOf } from '../stored-day.ts'

/** What can be changed of a referral, as it is. */
export type Editable = Omit<NewReferral, 'patientId' | 'externalId'>

const referrerOf = (row: ReferralRow): Referrer => ({
  name: row.referrerName,
  organisation: row.referrerOrganisation,
  phone: row.referrerPhone,
  fax: row.referrerFax,
})

/** Gives what can be changed of a referral from its row. */
export const editableOf = (row: ReferralRow): Editable => ({
  referrer: referrerOf(row),
  receivedOn: dayOf(row.receivedOn),
  reason: row.reason,
  priority: row.priority as Priority,
  ownerId: row.ownerId,
  dueOn: row.dueOn && dayOf(row.dueOn),
})

const referrerColumns = ({ name, organisation, phone, fax }: Referrer) => ({
  referrerName: name,
  referrerOrganisation: organisation,
  referrerPhone: phone,
  referrerFax: fax,
})

/** Gives the columns of a whole referral. */
export const columnsOf = ({ referrer, receivedOn, dueOn, ...same }: Editable) => ({
  ...same,
  ...referrerColumns(referrer),
  receivedOn: dateOf(receivedOn),
  dueOn: dueOn === null ? null : dateOf(dueOn),
})
