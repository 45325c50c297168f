import type { WorklistSort } from '@kyphoscreen/api/contract'
import { SortIcon } from '../ui/icons.tsx'
import { sortId } from './focus-after.ts'

type SortHeaderProps = {
  by: WorklistSort['by']
  words: string
  sort: WorklistSort
  onSort: (sort: WorklistSort) => void
}

/** The head of a column that the list can be sorted by; pressing it again turns the order round. */
export function SortHeader({ by, words, sort, onSort }: SortHeaderProps) {
  const current = sort.by === by ? sort.direction : undefined
  return (
    <th scope="col" aria-sort={current}>
      <button
        type="button"
        id={sortId(by)}
        className="sort"
        onClick={() =>
          onSort({ by, direction: current === 'ascending' ? 'descending' : 'ascending' })
        }
      >
        {words}
        <SortIcon direction={current} />
      </button>
    </th>
  )
}
