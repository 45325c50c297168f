import type { AuditFigures, AuditFiguresAsked, ReferralsLacking } from '../src/contract.ts'
import type { Plain } from './counted-figures.ts'

const counts = (pairs: readonly [string, number][]) =>
  Object.fromEntries(pairs.filter(([, count]) => count > 0))

const lackedOf = (name: string, { facts }: Pick<ReferralsLacking, 'facts'>): [string, number][] =>
  facts.flatMap(({ fact, lacking, decisive }) => [
    [`${name}${fact}`, lacking],
    [`${name}${fact}!`, decisive],
  ])

const nothing = { lackingDecisive: 0, facts: [] }

const referrersOf = ({ referrers, otherReferrers: others }: AuditFigures) =>
  [
    ...referrers,
    ...(others
      ? [{ ...nothing, ...others.lacked, referrals: others.referrals, referrer: 'others' }]
      : []),
  ].flatMap(({ referrer, referrals, lackingDecisive, facts }): [string, number][] => [
    [referrer, referrals],
    [`${referrer}: decisive`, lackingDecisive],
    ...lackedOf(`${referrer}: `, { facts }),
  ])

/** Writes figures as plain counting gives them. */
export const plainlyTold = (found: AuditFigures): Omit<Plain, 'days'> => ({
  outcomes: counts(
    found.outcomes.map(({ month, outcome, count }) => [`${month} ${outcome}`, count]),
  ),
  decisions: counts(
    found.decisions.map(({ outcome, kind, departs, count }) => [
      `${outcome} ${kind} ${departs}`,
      count,
    ]),
  ),
  reasons: counts(found.reasons.map(({ group, code, count }) => [`${group} ${code}`, count])),
  patients: found.patients,
  leftOut: found.days.leftOut,
  missing: counts([
    ['all', found.missing.screenings],
    ['unread', found.missing.unread],
    ...lackedOf('', found.missing),
  ]),
  referrers: counts(referrersOf(found)),
  versions: counts(
    found.versions.flatMap(({ version, outcomes, decisions, departing }): [string, number][] => [
      ...outcomes.map(({ outcome, count }): [string, number] => [`${version} ${outcome}`, count]),
      [`${version} decided`, decisions],
      [`${version} departing`, departing],
    ]),
  ),
})

/** Ways to narrow figures of drawn records, by each filter and by all; the surgeons are known only later. */
export const narrowings: [string, (surgeons: readonly string[]) => Partial<AuditFiguresAsked>][] = [
  ['everything', () => ({})],
  ['a beginning', () => ({ from: '2026-05-03T22:00:00Z' })],
  ['an end', () => ({ until: '2026-06-01T00:00:00Z' })],
  ['a period', () => ({ from: '2026-04-10T00:00:00Z', until: '2026-07-20T04:00:00Z' })],
  ['a ruleset version', () => ({ rulesetVersion: '0.2.0' })],
  ['an outcome', () => ({ outcome: 'insufficient-information' })],
  ['an organisation', () => ({ referrer: 'Mossbank practice' })],
  ['a referrer who names none', () => ({ referrer: 'Dr. Sabina Orme' })],
  ['a surgeon', (surgeons) => ({ surgeonId: surgeons[1] ?? null })],
  [
    'all of these',
    (surgeons) => ({
      ...{ from: '2026-03-10T00:00:00Z', until: '2026-09-20T04:00:00Z', rulesetVersion: '0.3.0' },
      ...{ outcome: 'meets', referrer: 'Mossbank practice', surgeonId: surgeons[0] ?? null },
    }),
  ],
]
