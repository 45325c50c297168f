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

/** Shows what was loaded; while it is on its way, or has failed, says so instead. What was loaded once stays when loading it again fails. */
export function Loaded<T>({ query, what, children }: LoadedProps<T>) {
  const { data, status } = query
  if (status === 'pending') return <Loading what={what} />
  const failed =
    status === 'error' ? (
      <Failed
        heading={data === undefined ? `Could not load ${what}` : `Could not load ${what} again`}
        says={explain(query.error)}
        trying={query.isFetching}
        onTryAgain={() => void query.refetch()}
      />
    ) : null
  return (
    <>
      {failed}
      {data === undefined ? null : children(data)}
    </>
  )
}
