import type { WorklistPage, WorklistQuery, WorklistRow } from '@kyphoscreen/api/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { canonicalJson } from '../canonical-json.ts'
import { useKept } from '../kept.ts'
import { taken } from '../ui/leave-question.tsx'
import { firstPlace, type Place, pageSize } from './place.ts'
import { addressOf, type ListAsked, listFrom } from './worklist-address.ts'
import { worklistApi } from './worklist-api.ts'

/** The list that is looked at: the address says which, and the search stays in memory. */
export function useListAsked() {
  const [address, setAddress] = useSearchParams()
  const [text, setText] = useKept<string | null>('worklist-text', null)
  const query = useMemo<WorklistQuery>(() => ({ ...listFrom(address), text }), [address, text])
  const ask = useCallback(
    (changed: Partial<WorklistQuery>) => {
      const { text: sought, ...list } = { ...query, ...changed }
      setText(sought)
      setAddress(addressOf(list satisfies ListAsked), taken)
    },
    [query, setText, setAddress],
  )
  return { query, ask }
}

/** Reads one page of a list; it stays as it was read until somebody asks for it anew. */
export function useWorklistPage(query: WorklistQuery) {
  const queries = useQueryClient()
  const written = canonicalJson(query)
  const [kept, keep] = useKept<{ written: string; place: Place }>('worklist-place', {
    written,
    place: firstPlace,
  })
  const place = kept.written === written ? kept.place : firstPlace
  const queryKey = useMemo(
    () => ['worklist', written, canonicalJson(place.page)] as const,
    [written, place.page],
  )
  const page = useQuery({
    queryKey,
    queryFn: () => worklistApi.page({ ...query, size: pageSize, page: place.page }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const change = useCallback(
    (id: string, changed: Partial<WorklistRow>) =>
      queries.setQueryData<WorklistPage>(
        queryKey,
        (read) =>
          read && {
            ...read,
            rows: read.rows.map((row) => (row.id === id ? { ...row, ...changed } : row)),
          },
      ),
    [queries, queryKey],
  )
  return { page, place, go: (to: Place) => keep({ written, place: to }), change }
}
