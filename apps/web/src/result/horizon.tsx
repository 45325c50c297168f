import { type Findings, timeline } from '@kyphoscreen/rules'
import { useMemo } from 'react'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import { TimelineChart } from './timeline-chart.tsx'

function Chart({ findings }: { findings: Findings }) {
  const days = useMemo(() => timeline(findings), [findings])
  return days.length > 1 ? <TimelineChart days={days} /> : null
}

/** What the calendar alone does to the outcome over the next half year; nothing when it changes nothing. */
export const Horizon = ({ findings }: { findings: Findings }) => (
  <ErrorBoundary
    resetKey={findings}
    fallback={
      <p className="fine">The chart of the days ahead could not be shown. Reload the page.</p>
    }
  >
    <Chart findings={findings} />
  </ErrorBoundary>
)
