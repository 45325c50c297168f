import type { AuditFigures, AuditFiguresAsked } from '@kyphoscreen/api/contract'
import { outcomes as everyOutcome } from '@kyphoscreen/rules'
import { shortOutcomeWords } from '../result/wording.ts'
import { BarChart } from './bar-chart.tsx'
import { sumOf } from './count-figures.ts'
import { writeCount } from './entry-words.ts'
import { FigureCard } from './figure-card.tsx'
import { FiguresTable } from './figures-table.tsx'
import { writeKappa } from './write-figures.ts'

type FigureProps = { figures: AuditFigures; asked: AuditFiguresAsked }

/** What screenings came to and what was decided on them, by ruleset version. */
export const VersionsFigure = ({ figures: { versions }, asked }: FigureProps) => (
  <FigureCard
    heading="By ruleset version"
    notes={['The version that a screening was recorded under, oldest first.']}
    asked={asked}
    table="versions"
    isEmpty={versions.length === 0}
    wide
  >
    <BarChart
      says="screenings by ruleset version"
      bars={versions.map(({ version: name, outcomes }) => ({ name, count: sumOf(outcomes) }))}
    />
    <FiguresTable
      says="By ruleset version"
      heads={[
        'Version',
        ...everyOutcome.map((one) => shortOutcomeWords[one]),
        ...['Decisions', 'Departing', 'Cohen’s kappa'],
      ]}
      rows={versions.map(({ version, outcomes, decisions, departing, agreement }) => [
        version,
        ...everyOutcome.map((one) =>
          writeCount(sumOf(outcomes.filter(({ outcome }) => outcome === one))),
        ),
        ...[writeCount(decisions), writeCount(departing), writeKappa(agreement)],
      ])}
    />
  </FigureCard>
)
