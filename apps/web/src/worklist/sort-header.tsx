import type { WorklistQuery, WorklistSort } from '@kyphoscreen/api/contract'
import { SortIcon } from '../ui/icons.tsx'

type SortHeaderProps = {
  by: WorklistSort['by']
  words: string
  sort: WorklistSort
  onAsk: (changed: Partial<WorklistQuery>) => void
}

/** The head of a column that the list can be sorted by; pressing it again turns the order round. */
export function SortHeader({ by, words, sort, onAsk }: SortHeaderProps) {
  const current = sort.by === by ? sort.direction : undefined
  return (
    <th scope="col" aria-sort={current}>
      <button
        type="button"
        className="sort"
        onClick={() =>
          onAsk({
            sort: { by, direction: current === 'ascending' ? 'descending' : 'ascending' },
          })
        }
      >
        {words}
        <SortIcon direction={current} />
      </button>
    </th>
  )
}
