import { questions } from '@kyphoscreen/rules'
import type { GatheredFact, NewRuling } from '../contract.ts'
import type { Transaction } from '../idempotency/once.ts'
import { refusedField } from '../problems.ts'
import type { Done, LockedReferral } from './change.ts'
import { type ByAt, columnsNow } from './evidence-enter.ts'
import { goTogether, type Place } from './evidence-told.ts'
import { factsOf } from './facts-of.ts'

/** What a fact is called in a sentence, with its level. */
export const nameOf = ({ fact, level }: Place): string => {
  if (fact === 'level') return `level ${level}`
  const { short } = questions[fact]
  return level === null ? short : `${short} at ${level}`
}

const isAt = (one: Place, other: Place) => one.fact === other.fact && one.level === other.level

/** Finds what the source told; refused when it is of another referral, tells no such fact, or is withdrawn. */
function toldFact(facts: readonly GatheredFact[], ruling: NewRuling): GatheredFact {
  const tells = ({ evidence }: GatheredFact) => evidence.some(({ id }) => id === ruling.evidenceId)
  if (!facts.some(tells)) {
    throw refusedField('/evidenceId', 'names no evidence of this referral; read it again')
  }
  const told = facts.find((one) => isAt(one, ruling) && tells(one))
  if (told === undefined) {
    throw refusedField('/fact', 'is not told by this source at this level; name one that it tells')
  }
  const own = told.evidence.find(({ id }) => id === ruling.evidenceId)
  if (own?.withdrawn) throw refusedField('/evidenceId', 'is withdrawn already; read it again')
  return told
}

function refuseNeedlessChoice({ fact, evidence }: GatheredFact) {
  const standing = evidence.filter(({ withdrawn }) => withdrawn === null)
  if (fact === 'level' || standing.length < 2) {
    throw refusedField('/kind', 'needs two sources that tell this fact; there is nothing to choose')
  }
}

const idsTelling = (facts: readonly GatheredFact[], { fact, level }: Place) => [
  ...new Set(
    facts
      .filter((one) => one.level === level && goTogether(one.fact, fact))
      .flatMap(({ evidence }) => evidence.map(({ id }) => id)),
  ),
]

const whatWasDone = { chosen: 'Chosen', withdrawn: 'Withdrawn' } as const

/** Rules on one fact of one source of a referral that is being changed. */
export async function rule(
  transaction: Transaction,
  referral: LockedReferral,
  ruling: NewRuling,
  { byId, at }: ByAt,
): Promise<Done> {
  const before = (await factsOf(transaction, [referral.id]))(referral.id)
  const told = toldFact(before, ruling)
  if (ruling.kind === 'chosen') refuseNeedlessChoice(told)
  const over = ruling.kind === 'chosen' ? idsTelling(before, ruling) : []
  await transaction.ruling.create({ data: { ...ruling, over, byId, at } })
  const { facts, columns } = await columnsNow(transaction, referral, at)
  const after = facts.find((one) => isAt(one, ruling))
  if (ruling.kind === 'chosen' && after?.status !== 'recorded') {
    throw refusedField(
      '/evidenceId',
      'says that care was not tried, so its days of care cannot be chosen; withdraw them instead',
    )
  }
  const { reason: why, ...to } = ruling
  const what = `${whatWasDone[ruling.kind]}: ${nameOf(ruling)}`
  return { event: { kind: 'ruling', what, to, why }, columns }
}
