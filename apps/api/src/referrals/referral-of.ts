import type { Day } from '@kyphoscreen/rules'
import {
  legalSteps,
  type Referral,
  type ReferralEvent,
  type ReferralState,
  type Standing,
} from '../contract.ts'
import type { Transaction } from '../idempotency/once.ts'
import { patientOf } from '../patients/patient-of.ts'
import { dayOf } from '../stored-day.ts'
import { documentOf } from './document.ts'
import type { Names } from './names.ts'
import { authorOf, personOf } from './people.ts'
import { editableOf } from './referral-columns.ts'
import { standingOf } from './standing.ts'
import { taskOf } from './task.ts'
import { readWhole, type WholeReferral } from './whole-referral.ts'

const eventOf = (row: WholeReferral['events'][number], named: Names): ReferralEvent => ({
  sequence: String(row.sequence),
  kind: row.kind as ReferralEvent['kind'],
  what: row.what,
  from: row.from as ReferralEvent['from'],
  to: row.to as ReferralEvent['to'],
  why: row.why,
  by: authorOf(named(row.byId)),
  at: row.at.toISOString(),
})

/** A referral as it is read, before anything of it is withheld from a reader. */
export type ReadReferral = Omit<Referral, 'standing'> & { standing: Standing }

function referralOf(row: WholeReferral, today: Day): ReadReferral {
  const { facts, named } = row
  const { ownerId, ...editable } = editableOf(row)
  const state = row.state as ReferralState
  return {
    id: row.id,
    version: row.version,
    patient: patientOf(row.patient),
    externalId: row.externalId,
    ...editable,
    owner: ownerId === null ? null : personOf(named(ownerId)),
    state,
    legalSteps: legalSteps[state],
    facts,
    standing: standingOf(facts, dayOf(row.patient.birthDate), today),
    documents: row.documents.map(documentOf),
    tasks: row.tasks.map((task) => taskOf(task, named)),
    events: row.events.map((event) => eventOf(event, named)),
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
  }
}

/** Reads a referral with everything that belongs to it, as it stands today; refused when there is none. */
export const readReferral = async (
  transaction: Transaction,
  id: string,
  today: Day,
): Promise<ReadReferral> => referralOf(await readWhole(transaction, id), today)
