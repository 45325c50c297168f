import type { Agreement, AuditFigures, AuditFiguresAsked } from '@kyphoscreen/api/contract'
import { type Bar, BarChart } from './bar-chart.tsx'
import { daysBars, decisionBars, reasonBars, sumOf } from './count-figures.ts'
import { writeCount } from './entry-words.ts'
import { FigureCard } from './figure-card.tsx'
import { FiguresTable } from './figures-table.tsx'
import { writeDays, writeFollowing, writeKappa, writeOf, writeShare } from './write-figures.ts'

type FigureProps = { figures: AuditFigures; asked: AuditFiguresAsked }

const CountTable = ({ says, of, bars }: { says: string; of: string; bars: readonly Bar[] }) => (
  <FiguresTable
    says={says}
    heads={[of, 'Count', 'Share']}
    rows={bars.map(({ name, count }) => [name, writeCount(count), writeShare(count, sumOf(bars))])}
  />
)

const Kappa = ({ agreement }: { agreement: Agreement }) => {
  const [[planned, notPlanned], [againstIt, followed]] = agreement.pairs
  return (
    <>
      <h3>Agreement</h3>
      <FiguresTable
        says="Decisions on outcomes that answer"
        heads={['Outcome', 'Planned', 'Not planned']}
        rows={[
          ['Meets', writeCount(planned), writeCount(notPlanned)],
          ['Does not meet', writeCount(againstIt), writeCount(followed)],
        ]}
      />
      <p>Cohen’s kappa: {writeKappa(agreement)}</p>
      <p className="fine">
        Over decisions on <em>meets</em> and <em>does not meet</em> alone, for the other outcomes
        give no answer to agree with: {writeOf(agreement.leftOut, 'decision')} left out. Each
        decision that departs from its outcome is a disagreement: a plan for a level that does not
        itself meet counts as not planned as the outcome supports. 1 is all agreement, 0 what chance
        alone would give. The interval is that of Fleiss, Cohen and Everitt for large numbers.
      </p>
    </>
  )
}

/** Decisions against the outcomes they were made on, and how far the two agree. */
export const DecisionsFigure = ({ figures, asked }: FigureProps) => (
  <FigureCard
    heading="Decisions against outcomes"
    notes={[
      writeFollowing(figures),
      `Decisions that stand, on screenings of ${writeOf(figures.patients, 'patient')}; one that was replaced is not counted, each screening is. Marked bars depart from the outcome.`,
    ]}
    asked={asked}
    table="decisions"
    isEmpty={figures.decisions.length === 0}
  >
    <BarChart says="decisions by outcome" bars={decisionBars(figures)} />
    <CountTable
      says="Decisions against outcomes"
      of="Outcome and decision"
      bars={decisionBars(figures)}
    />
    <Kappa agreement={figures.agreement} />
  </FigureCard>
)

/** Why decisions depart from the outcome. */
export const ReasonsFigure = ({ figures, asked }: FigureProps) => (
  <FigureCard
    heading="Reasons for departing"
    asked={asked}
    table="reasons"
    isEmpty={figures.reasons.length === 0}
  >
    <BarChart says="decisions by the reason for departing" bars={reasonBars(figures)} />
    <CountTable says="Reasons for departing" of="Reason" bars={reasonBars(figures)} />
  </FigureCard>
)

/** How long referrals waited for their first decision. */
export const DaysFigure = ({ figures, asked }: FigureProps) => (
  <FigureCard
    heading="Days from referral to decision"
    notes={[
      writeDays(figures),
      'From the day a referral was received to the first decision on a screening of it (UTC), each referral once.',
    ]}
    asked={asked}
    table="days"
    isEmpty={figures.days.counted === 0}
  >
    <BarChart says="referrals by days to the first decision" bars={daysBars(figures)} />
    <CountTable says="Days from referral to decision" of="Days" bars={daysBars(figures)} />
  </FigureCard>
)
