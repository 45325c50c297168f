import { addDays, type Day, writeDay } from '@kyphoscreen/rules'
import { type ReplyDraft, type SignOff, type Standing, writeReading } from '../contract.ts'
import type { ReadReferral } from './referral-of.ts'
import { replyItems } from './reply-items.ts'

type Item = ReplyDraft['items'][number]

const usualDays = 7

/** A week ahead, before the window of the fracture's age closes, and never today. */
function followUpOn(standing: Standing): Day {
  const { asOf } = standing
  const week = addDays(asOf, usualDays)
  const closesOn = standing.state === 'screened' ? standing.closesOn : null
  const last = closesOn === null ? week : addDays(closesOn, -1)
  const soonest = addDays(asOf, 1)
  return [soonest, last < week ? last : week].sort().at(-1) ?? soonest
}

const writeItem = ({ asks, why }: Item, index: number) => `${index + 1}. ${asks}\n   ${why}`

const writeNeeds = (items: readonly Item[]) =>
  items.length === 0
    ? ['Nothing is missing at present that could change the result of the screening.']
    : ['To screen it against the documented criteria we need from you:', ...items.map(writeItem)]

/** The patient's name stays out: the sender knows whom they referred, and a copy may go astray. */
const writeSubject = ({ patient, externalId, receivedOn }: ReadReferral) =>
  [
    `Your referral for kyphoplasty, received ${writeDay(receivedOn)}.`,
    ...(externalId === null ? [] : [`Your id of it: ${externalId}`]),
    `Our MRN of the patient: ${patient.mrn}`,
  ].join('\n')

/** What is asked for follows from a reading of the criteria, and so says whether that is signed off. */
const writeItsReading = (signOff: SignOff | undefined) =>
  `The criteria are read from two clinic pages; this is a ${writeReading(signOff)}.`

/** Drafts the reply to the referrer: what is missing and decisive, why each is needed, whether the reading is signed off, and no more. */
export function replyDraft(referral: ReadReferral, signOff: SignOff | undefined): ReplyDraft {
  const { facts, standing, referrer } = referral
  const items = replyItems(facts, standing)
  const text = [
    `Dear ${referrer.name},`,
    writeSubject(referral),
    ...writeNeeds(items),
    writeItsReading(signOff),
  ].join('\n\n')
  return { text: `${text}\n`, items, followUpOn: followUpOn(standing) }
}
