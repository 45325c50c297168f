import {
  OwnerFilter,
  type Person,
  WorklistName,
  type WorklistQuery,
  WorklistSort,
} from '@kyphoscreen/api/contract'
import { useId } from 'react'
import { priorityWords, standingWords, stateWords } from '../handling/wording.ts'
import { SearchIcon } from '../ui/icons.tsx'
import { Picked, Several } from './picks.tsx'
import { listWords, sortWords } from './wording.ts'

type FiltersProps = {
  query: WorklistQuery
  people: readonly Person[]
  onAsk: (changed: Partial<WorklistQuery>) => void
}

const owners = [
  ['everyone', 'Everyone'],
  ['me', 'Me'],
  ['nobody', 'Nobody'],
] as const

const directions = [
  ['ascending', 'First to last'],
  ['descending', 'Last to first'],
] as const

function Search({ query, onAsk }: Pick<FiltersProps, 'query' | 'onAsk'>) {
  const id = useId()
  return (
    <search>
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault()
          const typed = String(new FormData(event.currentTarget).get('text') ?? '').trim()
          onAsk({ text: typed === '' ? null : typed })
        }}
      >
        <label className="field-label" htmlFor={id}>
          Name or MRN
        </label>
        <div className="with-unit">
          <input
            key={query.text}
            className="input"
            id={id}
            name="text"
            type="search"
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            defaultValue={query.text ?? ''}
          />
          <button type="submit" className="button">
            <SearchIcon /> Search
          </button>
        </div>
      </form>
    </search>
  )
}

const countOf = ({ states, outcomes, priorities }: WorklistQuery) =>
  states.length + outcomes.length + priorities.length

/** Narrows a list: whose, by what is known, by state, priority and name, and how it is sorted. */
export function Filters({ query, people, onAsk }: FiltersProps) {
  const { sort } = query
  return (
    <section className="filters" aria-label="Filters">
      <Search query={query} onAsk={onAsk} />
      <Picked
        label="List"
        value={query.list}
        options={Object.entries(listWords)}
        onPick={(list) => onAsk({ list: WorklistName.parse(list) })}
      />
      <Picked
        label="Whose"
        value={query.owner}
        options={[...owners, ...people.map(({ id, displayName }) => [id, displayName] as const)]}
        onPick={(owner) => onAsk({ owner: OwnerFilter.parse(owner) })}
      />
      <Picked
        label="Sort by"
        value={sort.by}
        options={Object.entries(sortWords).map(
          ([by, words]) => [by, words.charAt(0).toUpperCase() + words.slice(1)] as const,
        )}
        onPick={(by) =>
          onAsk({ sort: { by: WorklistSort.shape.by.parse(by), direction: 'ascending' } })
        }
      />
      <Picked
        label="Direction"
        value={sort.direction}
        options={directions}
        onPick={(direction) =>
          onAsk({ sort: { by: sort.by, direction: WorklistSort.shape.direction.parse(direction) } })
        }
      />
      <details className="more-filters" open={countOf(query) > 0 || undefined}>
        <summary>
          State, outcome, priority{countOf(query) > 0 ? ` (${countOf(query)} chosen)` : ''}
        </summary>
        <Several
          legend="State"
          words={stateWords}
          chosen={query.states}
          onChoose={(states) => onAsk({ states })}
        />
        <Several
          legend="Outcome"
          words={standingWords}
          chosen={query.outcomes}
          onChoose={(outcomes) => onAsk({ outcomes })}
        />
        <Several
          legend="Priority"
          words={priorityWords}
          chosen={query.priorities}
          onChoose={(priorities) => onAsk({ priorities })}
        />
      </details>
    </section>
  )
}
