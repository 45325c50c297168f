import type {
  Person,
  WorklistPage,
  WorklistQuery,
  WorklistRow,
  WorklistSort,
} from '@kyphoscreen/api/contract'
import { useState } from 'react'
import { Notice } from '../ui/notice.tsx'
import { BulkAssign } from './bulk-assign.tsx'
import { Pages } from './pages.tsx'
import { type Place, writePlace } from './place.ts'
import { writeReferrals } from './wording.ts'
import { WorklistTable } from './worklist-table.tsx'

/** What the parts of a list need to know and to do. */
export type FoundProps = {
  query: WorklistQuery
  page: WorklistPage
  place: Place
  people: readonly Person[]
  mayChange: boolean
  onGo: (place: Place) => void
  onAsk: (changed: Partial<WorklistQuery>) => void
  onSort: (sort: WorklistSort) => void
  onChange: (id: string, changed: Partial<WorklistRow>) => void
}

const isNarrowed = ({ owner, states, outcomes, priorities, text }: WorklistQuery) =>
  owner !== 'everyone' || text !== null || states.length + outcomes.length + priorities.length > 0

const Empty = ({ query, onAsk }: Pick<FoundProps, 'query' | 'onAsk'>) => (
  <div className="empty">
    <p>No referral is in this list{isNarrowed(query) ? ' with these filters' : ''}.</p>
    {isNarrowed(query) ? (
      <button
        type="button"
        className="button"
        onClick={() =>
          onAsk({ owner: 'everyone', states: [], outcomes: [], priorities: [], text: null })
        }
      >
        Take the filters away
      </button>
    ) : null}
  </div>
)

const BeingUpdated = ({ count }: { count: number }) => (
  <Notice tone="warning" heading={`${writeReferrals(count)} still to be screened for today`}>
    Until that is done, this list and the counts above show them as they stood before.
  </Notice>
)

/** One page of a list with its place in it; an empty list says so in words. */
export function Found(props: FoundProps) {
  const { query, page, place, people, mayChange, onGo, onAsk, onChange } = props
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const says = writePlace(place, page)
  return (
    <>
      {page.beingUpdated > 0 ? <BeingUpdated count={page.beingUpdated} /> : null}
      {mayChange ? (
        <BulkAssign
          rows={page.rows.filter(({ id }) => selected.has(id))}
          people={people}
          onChange={onChange}
          onSelect={setSelected}
        />
      ) : null}
      {page.rows.length === 0 ? (
        <Empty query={query} onAsk={onAsk} />
      ) : (
        <WorklistTable {...props} says={says} selected={selected} onSelect={setSelected} />
      )}
      {page.total === 0 ? null : <Pages place={place} page={page} says={says} onGo={onGo} />}
    </>
  )
}
