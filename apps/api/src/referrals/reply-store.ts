import { ruleset } from '@kyphoscreen/rules'
import { clinicDay } from '../clinic-day.ts'
import { type NewReply, type Referral, type ReplyDraft, signOffOf } from '../contract.ts'
import type { Transaction } from '../idempotency/once.ts'
import type { Database } from '../postgres/client.ts'
import { readSignOffs } from '../sign-offs/sign-off-of.ts'
import type { Done, LockedReferral } from './change.ts'
import { type AskedChange, changedReferral } from './changed-referral.ts'
import { canOwn } from './owner.ts'
import { readReferral } from './referral-of.ts'
import { replyDraft } from './reply-draft.ts'
import { addTask } from './task.ts'

const whatWasDone = {
  copied: 'Reply to the referrer copied',
  printed: 'Reply to the referrer printed',
} as const satisfies Record<NewReply['by'], string>

/** Who owns the referral follows up; when nobody can, who replied does. */
async function followUpOwner(
  transaction: Transaction,
  { ownerId }: LockedReferral,
  byId: string,
): Promise<string> {
  if (ownerId === null) return byId
  const owner = await transaction.account.findFirst({ where: { id: ownerId, ...canOwn } })
  return owner?.id ?? byId
}

async function reply(
  transaction: Transaction,
  referral: LockedReferral,
  { text, by, followUp }: NewReply,
  byId: string,
): Promise<Done> {
  const ownerId = await followUpOwner(transaction, referral, byId)
  const task = followUp && (await addTask(transaction, referral.id, { ...followUp, ownerId }))
  return { event: { kind: 'reply', what: whatWasDone[by], to: { text, followUp: task } } }
}

/** The replies to referrers. */
export function replyStore(database: Database, clock: () => Date) {
  const changed = changedReferral(database, clock)
  return {
    /** Drafts a reply from how a referral stands today, and tells of which patient. */
    async draft(id: string): Promise<{ patientId: string; draft: ReplyDraft }> {
      const referral = await readReferral(database, id, clinicDay(clock()))
      const signOff = signOffOf(await readSignOffs(database), ruleset)
      return { patientId: referral.patient.id, draft: replyDraft(referral, signOff) }
    },

    /** Records a reply as it was sent, with the task that follows it up. */
    record: (asked: AskedChange, sent: NewReply): Promise<Referral> =>
      changed(asked, (transaction, referral) => reply(transaction, referral, sent, asked.byId)),
  }
}

export type ReplyStore = ReturnType<typeof replyStore>
