import type { WorklistQuery, WorklistTiles } from '@kyphoscreen/api/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { explain } from '../failure.ts'
import { Failed } from '../ui/failed.tsx'
import { listWords, writeCount } from './wording.ts'
import { addressOf } from './worklist-address.ts'
import { worklistApi } from './worklist-api.ts'

const tiles = [
  'needs-information',
  'ready-for-surgeon',
  'becomes-ready',
  'window-closing',
  'overdue',
  'done',
] as const satisfies (keyof WorklistTiles['counts'])[]

/** The lists with how many referrals each holds; a count that is not known is never a zero. */
export function Tiles({ query }: { query: WorklistQuery }) {
  const { list, owner, sort } = query
  const counted = useQuery({
    queryKey: ['tiles', owner],
    queryFn: () => worklistApi.tiles(owner),
  })
  const addressOfList = (name: (typeof tiles)[number]) =>
    addressOf({ list: name, owner, sort, states: [], outcomes: [], priorities: [] }).toString()
  return (
    <nav aria-label="Lists">
      {counted.isError ? (
        <Failed
          heading="Could not count the lists"
          says={explain(counted.error)}
          trying={counted.isFetching}
          onTryAgain={() => void counted.refetch()}
        />
      ) : null}
      <ul className="tiles">
        {tiles.map((name) => (
          <li key={name}>
            <Link
              className="tile"
              to={{ search: addressOfList(name) }}
              aria-current={name === list ? 'page' : undefined}
            >
              <span className="tile-count">
                {counted.data ? writeCount(counted.data.counts[name]) : '–'}
              </span>
              <span>{listWords[name]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
