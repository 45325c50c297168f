import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { searchOf } from './asked-of-server.ts'
import { type AuditAsked, addressOf, askedFrom } from './audit-address.ts'
import { auditApi } from './audit-api.ts'

/** The element that holds the entries. */
export const entriesId = 'entries'

/** What is looked at, as the address says; asking for something else begins with its newest entries. */
export function useAuditAsked() {
  const [address, setAddress] = useSearchParams()
  const asked = useMemo(() => askedFrom(address), [address])
  const ask = useCallback(
    (changed: Partial<AuditAsked>) =>
      setAddress(addressOf({ ...asked, page: 'newest', ...changed }), {
        preventScrollReset: true,
      }),
    [asked, setAddress],
  )
  return { asked, ask }
}

/** Reads one page of the log; it stays as it was read until something else is asked for. */
export const useAuditPage = (asked: AuditAsked) =>
  useQuery({
    queryKey: ['audit', addressOf(asked).toString()],
    queryFn: () => auditApi.search(searchOf(asked)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

/** Moves the focus to the entries when something else is asked for and has been read. */
export function useFocusOnEntries(asked: AuditAsked, isRead: boolean): void {
  const written = addressOf(asked).toString()
  const shown = useRef(written)
  useEffect(() => {
    if (!isRead || shown.current === written) return
    shown.current = written
    document.getElementById(entriesId)?.focus()
  }, [isRead, written])
}
