import type { Prisma } from '../../generated/prisma/client.ts'
import { clinicDay } from '../clinic-day.ts'
import type { NewEvidence, Origin } from '../contract.ts'
import type { Transaction } from '../idempotency/once.ts'
import { Refused } from '../problems.ts'
import { dateOf, dayOf } from '../stored-day.ts'
import type { Done, LockedReferral, NewEvent } from './change.ts'
import { refusalsOfEvidence } from './evidence-refusals.ts'
import { factsOf } from './facts-of.ts'
import { standingColumns } from './standing.ts'

/** Who does something, and the instant to write. */
export type ByAt = { byId: string; at: Date }

const sourceNames = {
  document: 'a document',
  'phone-call': 'a phone call',
  examination: 'an examination',
} as const satisfies Record<Origin['kind'], string>

/** Works out the derived columns of a referral again, after its evidence or the rulings on it have changed. */
export async function columnsNow(
  transaction: Transaction,
  { id, patient }: LockedReferral,
  at: Date,
) {
  const facts = (await factsOf(transaction, [id]))(id)
  return { facts, columns: standingColumns(facts, dayOf(patient.birthDate), clinicDay(at)) }
}

/** Gives the row of an entry of evidence. */
export function evidenceRow(
  referralId: string,
  { origin, ...facts }: NewEvidence,
  { byId, at }: ByAt,
) {
  return {
    referralId,
    facts: facts as Prisma.InputJsonObject,
    originKind: origin.kind,
    originName: origin.name,
    originOn: dateOf(origin.on),
    enteredById: byId,
    enteredAt: at,
  }
}

/** Tells that an entry of evidence came in. */
export const evidenceEvent = (id: string, entry: NewEvidence): NewEvent => ({
  kind: 'evidence',
  what: `Facts from ${sourceNames[entry.origin.kind]}`,
  to: { id, ...entry } as Prisma.InputJsonObject,
})

/** Adds an entry of evidence to a referral that is being changed; refused when the source contradicts itself. */
export async function enterEvidence(
  transaction: Transaction,
  referral: LockedReferral,
  entry: NewEvidence,
  { byId, at }: ByAt,
): Promise<Done> {
  const errors = refusalsOfEvidence(entry, clinicDay(at))
  if (errors.length > 0) throw new Refused('invalid-content', { errors })
  const data = evidenceRow(referral.id, entry, { byId, at })
  const { id } = await transaction.evidence.create({ data })
  const { columns } = await columnsNow(transaction, referral, at)
  return { event: evidenceEvent(id, entry), columns }
}
