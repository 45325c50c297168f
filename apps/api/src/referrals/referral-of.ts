import type { Day } from '@kyphoscreen/rules'
import {
  type DocumentKind,
  legalSteps,
  type Referral,
  type ReferralDocument,
  type ReferralEvent,
  type ReferralState,
  type Task,
} from '../contract.ts'
import type { Transaction } from '../idempotency/once.ts'
import { patientOf } from '../patients/patient-of.ts'
import { Refused } from '../problems.ts'
import { dayOf } from '../stored-day.ts'
import { gatheredFacts } from './gathered-facts.ts'
import { authorOf, personOf } from './people.ts'
import { editableOf } from './referral-columns.ts'
import { standingOf } from './standing.ts'
import { type WholeReferral, type WithEvidence, whole } from './whole-referral.ts'

/** Gives a document's record as the contract has it. */
export const documentOf = (row: WholeReferral['documents'][number]): ReferralDocument => ({
  id: row.id,
  kind: row.kind as DocumentKind,
  note: row.note,
  expectedOn: row.expectedOn && dayOf(row.expectedOn),
  receivedOn: row.receivedOn && dayOf(row.receivedOn),
  documentOn: row.documentOn && dayOf(row.documentOn),
})

/** Gives a task as the contract has it. */
export const taskOf = (row: WholeReferral['tasks'][number]): Task => ({
  id: row.id,
  what: row.what,
  dueOn: dayOf(row.dueOn),
  owner: row.owner && personOf(row.owner),
  done: row.doneBy && row.doneAt && { by: authorOf(row.doneBy), at: row.doneAt.toISOString() },
})

const eventOf = (row: WholeReferral['events'][number]): ReferralEvent => ({
  sequence: String(row.sequence),
  kind: row.kind as ReferralEvent['kind'],
  what: row.what,
  from: row.from as ReferralEvent['from'],
  to: row.to as ReferralEvent['to'],
  why: row.why,
  by: authorOf(row.by),
  at: row.at.toISOString(),
})

/** Gives the facts that a referral's evidence tells, with where each came from. */
export const factsOf = ({ evidence }: WithEvidence) =>
  gatheredFacts(
    evidence,
    evidence.flatMap(({ rulings }) => rulings),
  )

function referralOf(row: WholeReferral, today: Day): Referral {
  const { ownerId: _, ...editable } = editableOf(row)
  const state = row.state as ReferralState
  const facts = factsOf(row)
  return {
    id: row.id,
    version: row.version,
    patient: patientOf(row.patient),
    externalId: row.externalId,
    ...editable,
    owner: row.owner && personOf(row.owner),
    state,
    legalSteps: legalSteps[state],
    facts,
    standing: standingOf(facts, dayOf(row.patient.birthDate), today),
    documents: row.documents.map(documentOf),
    tasks: row.tasks.map(taskOf),
    events: row.events.map(eventOf),
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
  }
}

/** Reads a referral with everything that belongs to it, as it stands today; refused when there is none. */
export async function readReferral(
  transaction: Transaction,
  id: string,
  today: Day,
): Promise<Referral> {
  const row = await transaction.referral.findUnique({ where: { id }, include: whole })
  if (!row) throw new Refused('not-found')
  return referralOf(row, today)
}
