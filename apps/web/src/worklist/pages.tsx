import type { WorklistPage } from '@kyphoscreen/api/contract'
import { type Place, placesFrom } from './place.ts'

type PagesProps = {
  place: Place
  page: WorklistPage
  says: string
  onGo: (place: Place) => void
}

const words = { first: 'First', previous: 'Previous', next: 'Next', last: 'Last' } as const

/** Says which part of the list is shown, and leads to the other parts. */
export function Pages({ place, page, says, onGo }: PagesProps) {
  const places = placesFrom(place, page)
  return (
    <nav className="pages" aria-label="Pages of the list">
      <span>{says}</span>
      {(['first', 'previous', 'next', 'last'] as const).map((name) => {
        const to = places[name]
        return (
          <button
            key={name}
            type="button"
            className="button"
            aria-disabled={to === null || undefined}
            onClick={() => (to === null ? undefined : onGo(to))}
          >
            {words[name]}
            <span className="visually-hidden"> page</span>
          </button>
        )
      })}
    </nav>
  )
}
