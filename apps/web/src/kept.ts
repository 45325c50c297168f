import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'

/** Keeps a value in memory while somebody is signed in, for the way back to a page; never in the browser’s storage. */
export function useKept<T>(name: string, initial: T): [T, (value: T) => void] {
  const queries = useQueryClient()
  const { data = initial } = useQuery<T>({
    queryKey: ['kept', name],
    queryFn: () => initial,
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const keep = useCallback(
    (value: T) => {
      queries.setQueryData<T>(['kept', name], () => value)
    },
    [queries, name],
  )
  return [data, keep]
}
