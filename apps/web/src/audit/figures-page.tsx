import type {
  AuditFigures,
  AuditFiguresAsked,
  AuditFiguresChoices,
} from '@kyphoscreen/api/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { writeInstant } from '../instant.ts'
import { Loaded } from '../loaded.tsx'
import { AdminsPage } from './admins-page.tsx'
import { auditApi } from './audit-api.ts'
import { monthsOf } from './count-figures.ts'
import { DaysFigure, DecisionsFigure, ReasonsFigure } from './decided-figures.tsx'
import { FigureCard } from './figure-card.tsx'
import { type FiguresAsked, figuresAddress, figuresFrom, figuresOfServer } from './figures-asked.ts'
import { FiguresFilters } from './figures-filters.tsx'
import { type FiguresRead, typedFigures } from './figures-typed.ts'
import { MissingFigure, ReferrersFigure } from './missing-figures.tsx'
import { OutcomesOverTime } from './outcomes-over-time.tsx'
import { VersionsFigure } from './versions-figure.tsx'
import { writeNarrowed } from './write-narrowed.ts'
import './figures.css'

type FigureProps = { figures: AuditFigures; asked: AuditFiguresAsked }

const Charts = (figure: FigureProps) => (
  <div className="figures">
    <FigureCard
      heading="Outcomes over time"
      notes={['Recorded screenings by the month they were recorded in.']}
      asked={figure.asked}
      table="outcomes"
      isEmpty={figure.figures.outcomes.length === 0}
      wide
    >
      <OutcomesOverTime months={monthsOf(figure.figures)} />
    </FigureCard>
    <DecisionsFigure {...figure} />
    <ReasonsFigure {...figure} />
    <DaysFigure {...figure} />
    <MissingFigure {...figure} />
    <ReferrersFigure {...figure} />
    <VersionsFigure {...figure} />
  </div>
)

type CountedProps = { asked: FiguresAsked; referrer: string | null; choices: AuditFiguresChoices }

function Counted({ asked, referrer, choices }: CountedProps) {
  const sent = figuresOfServer(asked, referrer)
  const figures = useQuery({
    queryKey: ['audit-figures', sent],
    queryFn: () => auditApi.figures(sent),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return (
    <>
      <p className="audit-total">{writeNarrowed(asked, referrer, choices)}</p>
      <Loaded query={figures} what="the figures">
        {(read: AuditFigures) => (
          <>
            <p className="fine">
              Counted on {writeInstant(new Date(figures.dataUpdatedAt).toISOString())}.
            </p>
            <Charts figures={read} asked={sent} />
          </>
        )}
      </Loaded>
    </>
  )
}

function Figures() {
  const [address, setAddress] = useSearchParams()
  const [referrer, setReferrer] = useState<string | null>(null)
  const asked = figuresFrom(address)
  const choices = useQuery({
    queryKey: ['audit-figures-choices'],
    queryFn: auditApi.figuresChoices,
    placeholderData: keepPreviousData,
  })
  const ask = ({ referrer: one, ...others }: FiguresRead) => {
    setReferrer(one)
    setAddress(figuresAddress(others), { preventScrollReset: true })
  }
  return (
    <Loaded query={choices} what="what figures can be narrowed to">
      {(known: AuditFiguresChoices) => (
        <>
          <FiguresFilters typed={typedFigures(asked, referrer)} choices={known} onAsk={ask} />
          <Counted asked={asked} referrer={referrer} choices={known} />
        </>
      )}
    </Loaded>
  )
}

/** What was screened and decided, in charts with their tables; of nobody by name. */
export const FiguresPage = () => (
  <AdminsPage title="Figures" heading="Figures" toOthers="Admins read the figures.">
    <Figures />
  </AdminsPage>
)
