import { useEffect, useRef } from 'react'

const againAfterMs = [1_000, 2_000, 5_000, 15_000, 30_000] as const

/**
 * Calls back whenever the server says that referrals have changed, and each time the connection
 * is made anew, for what was said in between was missed. A connection that ends is made again.
 */
export function useReferralEvents(onNews: () => void): void {
  const call = useRef(onNews)
  useEffect(() => {
    call.current = onNews
  })
  useEffect(() => {
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let failures = 0
    const open = () => {
      source = new EventSource('/api/referrals/events')
      source.onopen = () => {
        failures = 0
        call.current()
      }
      source.onmessage = () => call.current()
      source.addEventListener('changed', () => call.current())
      source.onerror = () => {
        if (source?.readyState !== EventSource.CLOSED) return
        timer = setTimeout(open, againAfterMs[Math.min(failures, againAfterMs.length - 1)])
        failures += 1
      }
    }
    open()
    return () => {
      clearTimeout(timer)
      source?.close()
    }
  }, [])
}
