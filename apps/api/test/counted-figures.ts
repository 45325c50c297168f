import { type AuditFigures, type AuditFiguresAsked, fewestReferrals } from '../src/contract.ts'
import type { Drawn, DrawnDecision, DrawnScreening } from './drawn-records.ts'

/** What the plainest counting gives of drawn records, in no order; agreement is left to its own tests. */
export type Plain = {
  outcomes: Record<string, number>
  decisions: Record<string, number>
  reasons: Record<string, number>
  patients: number
  days: number[]
  leftOut: AuditFigures['days']['leftOut']
  missing: Record<string, number>
  referrers: Record<string, number>
  versions: Record<string, number>
}

const tally = (keys: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

const lies = (at: Date, { from, until }: AuditFiguresAsked) =>
  (from === null || at >= new Date(from)) && (until === null || at < new Date(until))

const isOf = (one: DrawnScreening, { rulesetVersion, outcome, referrer }: AuditFiguresAsked) =>
  (rulesetVersion === null || one.version === rulesetVersion) &&
  (outcome === null || one.outcome === outcome) &&
  (referrer === null || one.referral?.referrer === referrer)

const byDay = (one: Date) => Date.parse(one.toISOString().slice(0, 10)) / 86_400_000

/** Each fact that is lacked, once, and again when it is decisive. */
const lackedBy = ({ missing }: DrawnScreening): string[] => [
  ...new Set(
    (missing ?? []).flatMap(({ fact, decisive }) => (decisive ? [fact, `${fact}!`] : [fact])),
  ),
]

const earliest = <T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  atOf: (row: T) => [Date, string],
) => {
  const sorted = rows.toSorted((one, other) => {
    const [[at, id], [otherAt, otherId]] = [atOf(one), atOf(other)]
    return at.getTime() - otherAt.getTime() || id.localeCompare(otherId)
  })
  return [...new Map(sorted.toReversed().map((row) => [keyOf(row), row])).values()]
}

function daysOf(decisions: readonly DrawnDecision[], asked: AuditFiguresAsked) {
  const first = earliest(
    decisions.filter(({ replaces }) => replaces === null),
    ({ screening }) => screening.referral?.id ?? screening.id,
    ({ decidedAt, id }) => [decidedAt, id],
  ).filter(
    ({ screening, decidedAt, authorId }) =>
      lies(decidedAt, asked) &&
      isOf(screening, asked) &&
      (asked.surgeonId === null || authorId === asked.surgeonId),
  )
  const took = first.flatMap(({ screening: { referral }, decidedAt }) =>
    referral ? [byDay(decidedAt) - byDay(referral.receivedOn)] : [],
  )
  const days = took.filter((it) => it >= 0).sort((one, other) => one - other)
  const leftOut = {
    withoutReferral: first.length - took.length,
    beforeReceipt: took.length - days.length,
  }
  return { days, leftOut }
}

function referrersOf(screened: readonly DrawnScreening[]): Record<string, number> {
  const first = earliest(
    screened.filter(({ referral, missing }) => referral !== null && missing !== null),
    ({ referral }) => referral?.id ?? '',
    ({ recordedAt, id }) => [recordedAt, id],
  )
  const counts = tally(first.map(({ referral }) => referral?.referrer ?? ''))
  const isTold = (count: number) => count >= fewestReferrals
  const few = Object.values(counts).filter((count) => !isTold(count))
  const inOthers = few.reduce((sum, count) => sum + count, 0)
  return tally(
    first.flatMap((one) => {
      const name = one.referral?.referrer ?? ''
      const alone = isTold(counts[name] ?? 0) ? name : 'others'
      if (alone === 'others' && !isTold(inOthers)) return [alone]
      const decisive = one.missing?.some((it) => it.decisive) ? [`${alone}: decisive`] : []
      return [alone, ...decisive, ...lackedBy(one).map((fact) => `${alone}: ${fact}`)]
    }),
  )
}

/** Counts drawn records one by one. */
export function plainly({ screenings, decisions }: Drawn, asked: AuditFiguresAsked): Plain {
  const replaced = new Set(decisions.map(({ replaces }) => replaces?.id))
  const standing = decisions.filter(({ id }) => !replaced.has(id))
  const ofSurgeon = ({ authorId }: DrawnDecision) =>
    asked.surgeonId === null || authorId === asked.surgeonId
  const theirs = new Set(standing.filter(ofSurgeon).map(({ screening }) => screening.id))
  const screened = screenings.filter(
    (one) =>
      lies(one.recordedAt, asked) &&
      isOf(one, asked) &&
      (asked.surgeonId === null || theirs.has(one.id)),
  )
  const decided = standing.filter(
    (one) => ofSurgeon(one) && lies(one.decidedAt, asked) && isOf(one.screening, asked),
  )
  return {
    outcomes: tally(
      screened.map(
        ({ recordedAt, outcome }) => `${recordedAt.toISOString().slice(0, 7)} ${outcome}`,
      ),
    ),
    decisions: tally(
      decided.map(({ screening, kind, departs }) => `${screening.outcome} ${kind} ${departs}`),
    ),
    reasons: tally(decided.flatMap(({ reason }) => (reason ? [reason.join(' ')] : []))),
    patients: new Set(decided.map(({ screening }) => screening.patientId)).size,
    ...daysOf(decisions, asked),
    missing: tally(
      screened.flatMap((one) => ['all', ...(one.missing ? lackedBy(one) : ['unread'])]),
    ),
    referrers: referrersOf(screened),
    versions: tally([
      ...screened.map(({ version, outcome }) => `${version} ${outcome}`),
      ...decided.flatMap(({ screening: { version }, departs }) => [
        `${version} decided`,
        ...(departs ? [`${version} departing`] : []),
      ]),
    ]),
  }
}
