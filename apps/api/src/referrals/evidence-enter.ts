import type { Prisma } from '../../generated/prisma/client.ts'
import type { NewEvidence, Origin } from '../contract.ts'
import type { Transaction } from '../idempotency/once.ts'
import { Refused } from '../problems.ts'
import { dateOf, dayOf } from '../stored-day.ts'
import type { Done, LockedReferral } from './change.ts'
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
  return { facts, columns: standingColumns(facts, dayOf(patient.birthDate), dayOf(at)) }
}

/** Adds an entry of evidence to a referral that is being changed; refused when the source contradicts itself. */
export async function enterEvidence(
  transaction: Transaction,
  referral: LockedReferral,
  entry: NewEvidence,
  { byId, at }: ByAt,
): Promise<Done> {
  const errors = refusalsOfEvidence(entry, dayOf(at))
  if (errors.length > 0) throw new Refused('invalid-content', { errors })
  const { origin, ...facts } = entry
  const { id } = await transaction.evidence.create({
    data: {
      referralId: referral.id,
      facts: facts as Prisma.InputJsonObject,
      originKind: origin.kind,
      originName: origin.name,
      originOn: dateOf(origin.on),
      enteredById: byId,
      enteredAt: at,
    },
  })
  const { columns } = await columnsNow(transaction, referral, at)
  const what = `Facts from ${sourceNames[origin.kind]}`
  return { event: { kind: 'evidence', what, to: { id, origin, ...facts } }, columns }
}
