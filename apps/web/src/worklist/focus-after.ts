import { useCallback, useEffect, useRef } from 'react'

/** The element that holds the list. */
export const listId = 'list'

/** The element that sorts the list by something. */
export const sortId = (by: string): string => `sort-by-${by}`

type Read = { isFetching: boolean; data: unknown }

/** Gives the way to say which element takes the focus once the list has been read anew. */
export function useFocusAfter({ isFetching, data }: Read): (id: string) => void {
  const wanted = useRef<string>(undefined)
  useEffect(() => {
    if (isFetching || data === undefined || wanted.current === undefined) return
    document.getElementById(wanted.current)?.focus()
    wanted.current = undefined
  }, [isFetching, data])
  return useCallback((id: string) => {
    wanted.current = id
  }, [])
}
