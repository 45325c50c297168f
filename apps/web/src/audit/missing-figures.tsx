import {
  type AuditFigures,
  type AuditFiguresAsked,
  fewestReferrals,
  type ReferralsLacking,
} from '@kyphoscreen/api/contract'
import { BarChart } from './bar-chart.tsx'
import { lackingBars, nameOfFact } from './count-figures.ts'
import { writeCount } from './entry-words.ts'
import { FigureCard } from './figure-card.tsx'
import { FiguresTable } from './figures-table.tsx'
import { writeMostLacked, writeOf, writeShare } from './write-figures.ts'

type FigureProps = { figures: AuditFigures; asked: AuditFiguresAsked }

/** Which facts screenings lacked, the most frequent first. */
export function MissingFigure({ figures: { missing }, asked }: FigureProps) {
  const { screenings, unread, facts } = missing
  const read = screenings - unread
  const erased =
    unread > 0
      ? [`Left out: ${writeOf(unread, 'screening')} whose result is erased or cannot be read.`]
      : []
  return (
    <FigureCard
      heading="Missing facts"
      notes={[
        `Of ${writeOf(read, 'recorded screening')}, how many lacked a fact at one level or more. Marked: some answer could still have changed the outcome.`,
        ...erased,
      ]}
      asked={asked}
      table="missing"
      isEmpty={facts.length === 0}
    >
      <BarChart says="screenings by missing fact" bars={lackingBars(facts)} />
      <FiguresTable
        says="Missing facts"
        heads={['Fact', 'Screenings that lack it', 'Share', 'Decisive in']}
        rows={facts.map(({ fact, lacking, decisive }) => [
          nameOfFact(fact),
          ...[writeCount(lacking), writeShare(lacking, read), writeCount(decisive)],
        ])}
      />
    </FigureCard>
  )
}

type Line = { name: string; referrals: number; lacked: Omit<ReferralsLacking, 'referrals'> | null }

const linesOf = ({ referrers, otherReferrers }: AuditFigures): Line[] => [
  ...referrers.map(({ referrer: name, referrals, ...lacked }) => ({ name, referrals, lacked })),
  ...(otherReferrers
    ? [{ name: `All others (${writeOf(otherReferrers.referrers, 'referrer')})`, ...otherReferrers }]
    : []),
]

const cellsOf = ({ name, referrals, lacked }: Line) => [
  ...[name, writeCount(referrals)],
  ...(lacked === null
    ? ['too few to tell', '', '']
    : [
        writeCount(lacked.lackingDecisive),
        writeShare(lacked.lackingDecisive, referrals),
        writeMostLacked(lacked.facts),
      ]),
]

/** What referrals lacked when they were first screened, by referrer, those with most referrals first. */
export function ReferrersFigure({ figures, asked }: FigureProps) {
  const lines = linesOf(figures)
  return (
    <FigureCard
      heading="Missing facts by referrer"
      notes={[
        `Of each referral its first recorded screening. A referrer with fewer than ${fewestReferrals} referrals is too few to be told of alone and is among the others; the order is by number of referrals. Marked: something decisive was missing.`,
      ]}
      asked={asked}
      table="missing-by-referrer"
      isEmpty={lines.length === 0}
      wide
    >
      <BarChart
        says="referrals by referrer, and how many lacked something decisive"
        bars={lines.map(({ name, referrals: count, lacked }) => ({
          ...{ name, count, marked: lacked?.lackingDecisive ?? 0 },
        }))}
      />
      <FiguresTable
        says="Missing facts by referrer"
        heads={[
          'Referrer',
          'Referrals',
          'Lacking something decisive',
          'Share',
          'Lacked most often',
        ]}
        rows={lines.map(cellsOf)}
      />
    </FigureCard>
  )
}
