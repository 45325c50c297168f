import type { NewEntry } from '../audit/entry.ts'
import type { AuditAction } from '../contract/audit-action.ts'
import type { ReferralEvent } from '../contract.ts'
import type { Done } from './change.ts'

const actions = {
  received: 'referral-received',
  imported: 'referral-received',
  step: 'referral-step',
  change: 'referral-changed',
  note: 'referral-note-added',
  document: 'referral-document-changed',
  task: 'referral-task-changed',
  evidence: 'referral-evidence-entered',
  ruling: 'referral-evidence-ruled',
  reply: 'referral-reply-recorded',
  screening: 'screening-recorded',
} as const satisfies Record<ReferralEvent['kind'], AuditAction>

const changesOwnerAlone = ({ kind, to }: Done['event']) =>
  kind === 'change' && Object.keys(Object(to)).join() === 'owner'

/** Gives what the log is told of a change of a referral: the fields it changes, before and after, are sealed. */
export function changeEntry(
  { id, patientId }: { id: string; patientId: string },
  { event, screening }: Done,
): NewEntry {
  if (screening) {
    const { rulesetVersion: version, rulesetHash: hash } = screening
    const on = { kind: 'screening', id: screening.id }
    return { action: actions.screening, on, patientId, ruleset: { version, hash } }
  }
  const { kind, what, from: before, to: after, why } = event
  const action = changesOwnerAlone(event) ? 'referral-assigned' : actions[kind]
  const on = { kind: 'referral', id }
  return { action, on, patientId, details: { what, before, after, why } }
}
