import { useEffect, useRef } from 'react'
import { guards, type Leaving } from './unsaved.ts'

type LeaveGuardProps = {
  isUnsaved: () => boolean
  says: string
  /** How far one goes when the entries are lost: away from the page, or to another part of its list already. */
  leaving?: Leaving
}

/** Has somebody asked before they leave entries that are not on the server. */
export function LeaveGuard({ isUnsaved, says, leaving = 'page' }: LeaveGuardProps) {
  const latest = useRef({ isUnsaved, says })
  useEffect(() => {
    latest.current = { isUnsaved, says }
  })
  useEffect(() => {
    const guard = {
      isUnsaved: () => latest.current.isUnsaved(),
      says: () => latest.current.says,
      leaving,
    }
    guards.add(guard)
    return () => {
      guards.delete(guard)
    }
  }, [leaving])
  return null
}
