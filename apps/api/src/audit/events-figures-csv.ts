import { outcomes as everyOutcome } from '@kyphoscreen/rules'
import type {
  Agreement,
  AuditFigures,
  FiguresTable,
  OtherReferrals,
  ReferralsLacking,
  VersionCounted,
} from '../contract.ts'
import { byteOrderMark, csvLine } from '../referrals/export-csv.ts'
import { countOf } from './events-figures-decided.ts'

type Cell = string | number | null
type Table = { titles: readonly string[]; rows: readonly (readonly Cell[])[] }

const kappaOf = ({ kappa }: Agreement): Cell[] =>
  kappa.state === 'told'
    ? [kappa.state, ...[kappa.value, kappa.low, kappa.high].map((end) => end.toFixed(4))]
    : [kappa.state, null, null, null]

const pairsOf = ({ pairs, leftOut }: Agreement): Cell[] => [...pairs.flat(), leftOut]

const referrals = (name: string, { referrals, lackingDecisive, facts }: ReferralsLacking) => [
  [name, referrals, lackingDecisive, null, null, null],
  ...facts.map(({ fact, lacking, decisive }) => [name, referrals, null, fact, lacking, decisive]),
]

const allVersions = ({ outcomes, decisions, agreement }: AuditFigures): VersionCounted => ({
  version: 'all',
  outcomes: everyOutcome.map((outcome) => ({
    outcome,
    count: countOf(outcomes.filter((one) => one.outcome === outcome)),
  })),
  decisions: countOf(decisions),
  departing: countOf(decisions.filter(({ departs }) => departs)),
  agreement,
})

const others = ({ referrers, referrals: count, lacked }: OtherReferrals) => {
  const name = `all others (${referrers})`
  return lacked
    ? referrals(name, { referrals: count, ...lacked })
    : [[name, count, 'too few', null, null, null]]
}

const tables: Record<FiguresTable, (figures: AuditFigures) => Table> = {
  outcomes: ({ outcomes }) => ({
    titles: ['Month (UTC)', 'Outcome', 'Screenings'],
    rows: outcomes.map(({ month, outcome, count }) => [month, outcome, count]),
  }),
  decisions: ({ decisions }) => ({
    titles: ['Outcome', 'Decision', 'Departs', 'Decisions'],
    rows: decisions.map(({ outcome, kind, departs, count }) => [
      ...[outcome, kind, departs ? 'yes' : 'no', count],
    ]),
  }),
  reasons: ({ reasons }) => ({
    titles: ['Group', 'Reason', 'Decisions'],
    rows: reasons.map(({ group, code, count }) => [group, code, count]),
  }),
  days: ({ days }) => ({
    titles: ['Days up to', 'Referrals'],
    rows: [
      ...days.buckets.map(({ upTo, count }) => [upTo ?? 'longer', count]),
      ['lower quartile, days', days.lower],
      ['median, days', days.median],
      ['upper quartile, days', days.upper],
      ['left out, no referral', days.leftOut.withoutReferral],
      ['left out, before receipt', days.leftOut.beforeReceipt],
    ],
  }),
  missing: ({ missing: { screenings, facts } }) => ({
    titles: ['Fact', 'Screenings that lack it', 'Decisive in', 'Of screenings'],
    rows: facts.map(({ fact, lacking, decisive }) => [fact, lacking, decisive, screenings]),
  }),
  'missing-by-referrer': ({ referrers, otherReferrers }) => ({
    titles: [
      ...['Referrer', 'Referrals', 'Lacking something decisive'],
      ...['Fact', 'Referrals that lack it', 'Decisive in'],
    ],
    rows: [
      ...referrers.flatMap(({ referrer, ...line }) => referrals(referrer, line)),
      ...(otherReferrers ? others(otherReferrers) : []),
    ],
  }),
  versions: (figures) => ({
    titles: [
      ...['Ruleset version', ...everyOutcome, 'Decisions', 'Departing'],
      ...['meets, planned', 'meets, not planned', 'does-not-meet, planned'],
      ...['does-not-meet, not planned', 'Other outcomes', 'Kappa is'],
      ...['Kappa', '95 % from', '95 % to'],
    ],
    rows: [...figures.versions, allVersions(figures)].map(
      ({ version, outcomes, decisions, departing, agreement }) => [
        version,
        ...everyOutcome.map((it) => outcomes.find(({ outcome }) => outcome === it)?.count ?? 0),
        ...[decisions, departing, ...pairsOf(agreement), ...kappaOf(agreement)],
      ],
    ),
  }),
}

/** Writes one table of the figures as CSV. */
export function figuresCsv(table: FiguresTable, figures: AuditFigures): string {
  const { titles, rows } = tables[table](figures)
  const lines = rows.map((row) => csvLine(row.map((cell) => cell?.toString() ?? null)))
  return byteOrderMark + csvLine(titles) + lines.join('')
}
