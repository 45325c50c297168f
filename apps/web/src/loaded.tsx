import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { explain } from './failure.ts'
import { Failed } from './ui/failed.tsx'
import { Loading } from './ui/loading.tsx'

type LoadedProps<T> = {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'status' | 'refetch' | 'isFetching'>
  what: string
  children: (data: T) => ReactNode
}

/** Shows what was loaded; while it is on its way, or has failed, says so instead. */
export function Loaded<T>({ query, what, children }: LoadedProps<T>) {
  if (query.status === 'pending') return <Loading what={what} />
  if (query.status === 'error' || query.data === undefined) {
    return (
      <Failed
        heading={`Could not load ${what}`}
        says={explain(query.error)}
        trying={query.isFetching}
        onTryAgain={() => void query.refetch()}
      />
    )
  }
  return children(query.data)
}
