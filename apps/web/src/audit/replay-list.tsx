import type { ReplayList as List, ReplayAsked, ReplayedScreening } from '@kyphoscreen/api/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { Loaded } from '../loaded.tsx'
import { writeThrough } from '../result/write-change.ts'
import { Table } from '../ui/table.tsx'
import { writeCount, writeMoment } from './entry-words.ts'
import { replayApi } from './replay-api.ts'
import { writeComesTo, writeOwn } from './replay-words.ts'

type Kind = ReplayAsked['list']

const heads = {
  own: ['Screening', 'Version', 'What differs'],
  changed: ['Screening', 'Version', 'Outcome', 'Through'],
} as const satisfies Record<Kind, readonly string[]>

const Through = ({ change }: Pick<ReplayedScreening, 'change'>) => {
  const lines = change ? writeThrough(change) : []
  if (lines.length === 0) return <span className="fine">no criterion</span>
  return lines.map((line) => <span key={line}>{line}</span>)
}

const Cells = ({ list, of }: { list: Kind; of: ReplayedScreening }) =>
  list === 'own' ? (
    <td data-label="What differs">{writeOwn(of)}</td>
  ) : (
    <>
      <td data-label="Outcome">{writeComesTo(of)}</td>
      <td data-label="Through" className="lines">
        <Through change={of.change} />
      </td>
    </>
  )

function Row({ list, of }: { list: Kind; of: ReplayedScreening }) {
  const { day, time, zone } = writeMoment(of.recordedAt)
  return (
    <tr>
      <th scope="row" className="lines">
        <Link to={`/patients/${of.patientId}/screenings/${of.id}`}>
          Recorded {day} {time}
        </Link>
        <span className="fine">
          {zone} · {of.id}
        </span>
      </th>
      <td data-label="Version">{of.version}</td>
      <Cells list={list} of={of} />
    </tr>
  )
}

type PagesProps = { read: List; says: string; onGo: (page: number) => void }

const Pages = ({ read: { page, pages, listed, count }, says, onGo }: PagesProps) => (
  <>
    {listed < count ? (
      <p className="fine">
        The first {writeCount(listed)} of {writeCount(count)} are listed; npm run replay tells all.
      </p>
    ) : null}
    {pages > 1 ? (
      <nav className="actions" aria-label={`Pages: ${says}`}>
        <button
          type="button"
          className="button"
          aria-disabled={page === 1 || undefined}
          onClick={() => (page === 1 ? undefined : onGo(page - 1))}
        >
          Previous
        </button>
        <span>
          Page {page} of {pages}
        </span>
        <button
          type="button"
          className="button"
          aria-disabled={page === pages || undefined}
          onClick={() => (page === pages ? undefined : onGo(page + 1))}
        >
          Next
        </button>
      </nav>
    ) : null}
  </>
)

type ReplayListProps = { runId: string; list: Kind; says: string }

/** The screenings of an ended run that differ or change, a page at a time, each leading to its record. */
export function ReplayList({ runId, list, says }: ReplayListProps) {
  const [page, go] = useState(1)
  const listed = useQuery({
    queryKey: ['replay-list', runId, list, page],
    queryFn: () => replayApi.list({ list, page: String(page) }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return (
    <Loaded query={listed} what="the list">
      {(read: List) =>
        read.runId === runId ? (
          <>
            <Table className="cards audit-entries" caption={says} heads={heads[list]}>
              {read.screenings.map((of) => (
                <Row key={of.id} list={list} of={of} />
              ))}
            </Table>
            <Pages read={read} says={says} onGo={go} />
          </>
        ) : (
          <p>Another run has begun since; load this page again.</p>
        )
      }
    </Loaded>
  )
}
