import type { WorklistPage, WorklistQuery } from '@kyphoscreen/api/contract'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { canonicalJson } from '../canonical-json.ts'
import { useReferralEvents } from './use-events.ts'
import { writeNews } from './wording.ts'
import { worklistApi } from './worklist-api.ts'

const waitMs = 800

type NewsBarProps = {
  query: WorklistQuery
  page: Pick<WorklistPage, 'since' | 'unsettled'>
  onShow: () => void
}

/** Says what is new since the list was read, and shows it when asked; the list never moves by itself. */
export function NewsBar({ query, page, onShow }: NewsBarProps) {
  const { since, unsettled } = page
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { data, refetch } = useQuery({
    queryKey: ['news', since, canonicalJson([unsettled, query])],
    queryFn: () => worklistApi.news({ ...query, since, unsettled }),
    enabled: false,
    gcTime: 0,
  })
  const ask = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void refetch(), waitMs)
  }, [refetch])
  useReferralEvents(ask)
  useEffect(() => () => clearTimeout(timer.current), [])
  const says = data ? writeNews(data) : null
  return (
    <div className="news" role="status">
      {says === null ? null : (
        <>
          <span>{says}</span>
          <button type="button" className="button" onClick={onShow}>
            Show
          </button>
        </>
      )}
    </div>
  )
}
