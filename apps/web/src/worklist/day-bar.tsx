import { type Day, writeDay } from '@kyphoscreen/rules'
import { useEffect, useState } from 'react'
import { serverNow } from '../request.ts'
import { Notice } from '../ui/notice.tsx'
import { isOver } from './is-over.ts'

const everyMs = 30_000

type DayBarProps = { asOf: Day; onShow: () => void }

/** Says so when a list that stays open is of a day that is over; the list never moves by itself. */
export function DayBar({ asOf, onShow }: DayBarProps) {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs)
    return () => clearInterval(timer)
  }, [])
  return (
    <div role="status">
      {isOver(asOf, now) ? (
        <Notice
          tone="warning"
          heading={`This list is of ${writeDay(asOf)}, not of today`}
          actions={
            <button type="button" className="button" onClick={onShow}>
              Show today’s
            </button>
          }
        >
          Outcomes, windows and due dates may have changed since by the calendar alone.
        </Notice>
      ) : null}
    </div>
  )
}
