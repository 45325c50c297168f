import type { Day } from '@kyphoscreen/rules'
import type {
  Evidence as EvidenceTable,
  Ruling as RulingTable,
} from '../../generated/prisma/client.ts'
import type { Evidence, GatheredFact, Origin, Ruling } from '../contract.ts'
import { dayOf } from '../stored-day.ts'
import {
  asKept,
  type CareDaysRead,
  type EvidenceFacts,
  goTogether,
  inOrder,
  type Place,
  type Told,
  toldBy,
  writePlace,
  writeSaid,
} from './evidence-told.ts'
import { authorOf, type NamedAccount } from './people.ts'

/** An entry of evidence as it is stored, with who entered it. */
export type EvidenceRow = EvidenceTable & { enteredBy: NamedAccount }

/** A ruling as it is stored, with who ruled. */
export type RulingRow = RulingTable & { by: NamedAccount }

/** One entry that tells a fact, what it says of it, and the ruling that withdraws that. */
type Teller = {
  row: EvidenceRow
  facts: EvidenceFacts
  on: Day
  told: Told
  withdrawn: RulingRow | undefined
}

const isOf = (ruling: RulingRow, { fact, level }: Place) =>
  ruling.level === level && goTogether(ruling.fact as Place['fact'], fact)

/** What an entry tells of a level falls with the level. */
const withdraws = (ruling: RulingRow, row: EvidenceRow, place: Place) =>
  ruling.kind === 'withdrawn' &&
  ruling.evidenceId === row.id &&
  (isOf(ruling, place) || (ruling.fact === 'level' && ruling.level === place.level))

const tellersIn = (rulings: readonly RulingRow[]) => (row: EvidenceRow) => {
  const facts = row.facts as EvidenceFacts
  const on = dayOf(row.originOn)
  return toldBy(facts).map((told): Teller => {
    const withdrawn = rulings.find((ruling) => withdraws(ruling, row, told))
    return { row, facts, on, told, withdrawn }
  })
}

/** How a fact stands: the entry whose value counts, if any, and the choice in force. */
type Stands = {
  status: GatheredFact['status']
  counts?: Teller
  choice: RulingRow | undefined
}

/** The latest choice wins over the evidence it was made over; what was entered since is heard beside it. */
function weigh(
  tellers: readonly Teller[],
  rulings: readonly RulingRow[],
  read: CareDaysRead,
): Stands {
  const standing = tellers.filter(({ withdrawn }) => withdrawn === undefined)
  const choice = rulings.findLast(
    (ruling) =>
      ruling.kind === 'chosen' &&
      standing.some(({ row, told }) => row.id === ruling.evidenceId && isOf(ruling, told)),
  )
  const heard = standing.filter(
    ({ row: { id } }) => id === choice?.evidenceId || choice?.over.includes(id) !== true,
  )
  const said = new Set(heard.map(({ told, facts, on }) => writeSaid(told, facts, on, read)))
  const counts =
    heard.find(({ row }) => row.id === choice?.evidenceId) ?? heard.toSorted(latestFirst)[0]
  if (counts === undefined) return { status: 'withdrawn', choice }
  const stopped = read === 'running' && heard.some(saysCareStandsStill)
  return said.size > 1 || stopped
    ? { status: 'conflict', choice }
    : { status: 'recorded', counts, choice }
}

const latestFirst = (one: Teller, other: Teller) => other.on.localeCompare(one.on)

/** Days of care told by a source that says care was not tried do not run on into care that others tell of. */
const saysCareStandsStill = ({ told, facts }: Teller) =>
  told.fact === 'careDays' && facts.patient?.careResponse === 'not-tried'

const rulingOf = ({ reason, by, at }: RulingRow): Ruling => ({
  reason,
  by: authorOf(by),
  at: at.toISOString(),
})

const evidenceOf = ({ row, told, withdrawn }: Teller, choice: RulingRow | undefined): Evidence => ({
  id: row.id,
  value: told.value,
  origin: { kind: row.originKind as Origin['kind'], name: row.originName, on: dayOf(row.originOn) },
  enteredBy: authorOf(row.enteredBy),
  enteredAt: row.enteredAt.toISOString(),
  chosen: choice?.evidenceId === row.id ? rulingOf(choice) : null,
  withdrawn: withdrawn === undefined ? null : rulingOf(withdrawn),
})

const asEntered = (one: Teller, other: Teller) =>
  one.row.enteredAt.getTime() - other.row.enteredAt.getTime() ||
  (one.row.id < other.row.id ? -1 : 1)

const onePerPlace = (tellers: readonly Teller[]): Place[] => [
  ...new Map(
    tellers.map(({ told: { fact, level } }) => [writePlace({ fact, level }), { fact, level }]),
  ).values(),
]

/**
 * Lays the evidence of a referral side by side, fact by fact: recorded where all that stands agrees, in
 * conflict where it differs and nobody has chosen, withdrawn where nothing stands. In whatever order
 * the entries are given, the answer is the same.
 */
export function gatheredFacts(
  entries: readonly EvidenceRow[],
  rulings: readonly RulingRow[],
): GatheredFact[] {
  const inTurn = rulings.toSorted((one, other) => (one.sequence < other.sequence ? -1 : 1))
  const tellers = entries.flatMap(tellersIn(inTurn)).sort(asEntered)
  const standsAt = ({ fact, level }: Place, read: CareDaysRead) =>
    weigh(
      tellers.filter(({ told }) => told.level === level && goTogether(told.fact, fact)),
      inTurn,
      read,
    )
  const response = standsAt({ fact: 'careResponse', level: null }, 'running')
  const read = response.counts?.told.value === 'not-tried' ? 'as stated' : 'running'
  return onePerPlace(tellers)
    .sort(inOrder)
    .map((place) => {
      const { status, counts, choice } = standsAt(place, read)
      const here = tellers.filter(({ told }) => writePlace(told) === writePlace(place))
      const evidence = here.map((teller) => evidenceOf(teller, choice))
      const own = here.find(({ row }) => row.id === counts?.row.id)
      if (counts === undefined) return { ...place, status, evidence }
      if (own === undefined) return { ...place, status: 'withdrawn', evidence }
      return { ...place, status, value: asKept(own.told), evidence }
    })
}
