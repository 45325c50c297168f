import type { AuditFigures } from '@kyphoscreen/api/contract'
import { addDays } from '@kyphoscreen/rules'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import { Loaded } from '../loaded.tsx'
import { mayAudit, useWho } from '../session.ts'
import { today } from '../today.ts'
import { Notice } from '../ui/notice.tsx'
import { auditApi } from './audit-api.ts'
import { BarChart } from './bar-chart.tsx'
import {
  daysBars,
  decisionBars,
  outcomeBars,
  reasonBars,
  writeAgreement,
  writeMedian,
} from './count-figures.ts'
import { OutcomesByMonth } from './outcomes-by-month.tsx'
import './audit.css'

const periods = { all: 'Everything', '30': 'The last 30 days', '365': 'The last 365 days' } as const
type Period = keyof typeof periods

const fromOf = (period: Period): string | null =>
  period === 'all' ? null : new Date(`${addDays(today(), -Number(period))}T00:00:00`).toISOString()

const Charts = ({ figures }: { figures: AuditFigures }) => (
  <div className="audit-ways">
    <BarChart heading="Outcomes" what="Outcome" bars={outcomeBars(figures)} />
    <BarChart
      heading="Decisions against outcomes"
      what="Outcome and decision"
      bars={decisionBars(figures)}
      note={writeAgreement(figures)}
    />
    <BarChart heading="Reasons for departing" what="Reason" bars={reasonBars(figures)} />
    <BarChart
      heading="Days from referral to decision"
      what="Days"
      bars={daysBars(figures)}
      note={writeMedian(figures)}
    />
    <OutcomesByMonth outcomes={figures.outcomes} />
  </div>
)

function Figures() {
  const id = useId()
  const [period, setPeriod] = useState<Period>('all')
  const figures = useQuery({
    queryKey: ['audit-figures', period],
    queryFn: () => auditApi.figures(fromOf(period)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return (
    <>
      <div className="field audit-period">
        <label className="field-label" htmlFor={id}>
          Period
        </label>
        <select
          id={id}
          className="input select"
          value={period}
          onChange={({ target }) => setPeriod(target.value as Period)}
        >
          {Object.entries(periods).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <Loaded query={figures} what="the figures">
        {(read: AuditFigures) => <Charts figures={read} />}
      </Loaded>
    </>
  )
}

/** What was screened and decided, in charts with their tables; of nobody by name. */
export function FiguresPage() {
  const who = useWho()
  return (
    <div className="page audit">
      <title>Figures · Kyphoscreen</title>
      <p className="no-print">
        <Link to="/audit">Back to the log</Link>
      </p>
      <h1>Figures</h1>
      {mayAudit(who) ? <Figures /> : <Notice>Admins read the figures.</Notice>}
    </div>
  )
}
