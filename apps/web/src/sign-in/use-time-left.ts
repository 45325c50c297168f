import type { SignedIn } from '@kyphoscreen/api/contract'
import { useEffect, useState } from 'react'
import { onServer, serverNow } from '../request.ts'

/** Whether a session lasts, is about to end for want of activity, or for having lasted its longest; `over` when its time has passed. */
export type TimeLeft = 'enough' | 'idle' | 'end' | 'over'

const warnAheadMs = 120_000
const lookEveryMs = 5_000

/** Watches how long a session still lasts; every reply of the server puts off its idle end. */
export function useTimeLeft({ idleUntil, endsAt }: SignedIn): TimeLeft {
  const [left, setLeft] = useState<TimeLeft>('enough')
  useEffect(() => {
    const idleMs = Date.parse(idleUntil) - serverNow()
    let activeAt = serverNow()
    const look = () => {
      const now = serverNow()
      const untilIdle = activeAt + idleMs - now
      const untilEnd = Date.parse(endsAt) - now
      const next = Math.min(untilIdle, untilEnd)
      if (next > warnAheadMs) setLeft('enough')
      else if (next <= 0) setLeft('over')
      else setLeft(untilEnd <= untilIdle ? 'end' : 'idle')
    }
    const stopListening = onServer('answered', () => {
      activeAt = serverNow()
      look()
    })
    const timer = setInterval(look, lookEveryMs)
    look()
    return () => {
      stopListening()
      clearInterval(timer)
    }
  }, [idleUntil, endsAt])
  return left
}
