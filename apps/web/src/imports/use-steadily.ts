import { useEffect, useRef, useState } from 'react'

/** Gives a text that changes often as it was every few seconds, to be read out without haste. */
export function useSteadily(text: string, everyMs = 5_000): string {
  const latest = useRef(text)
  const [said, setSaid] = useState('')
  useEffect(() => {
    latest.current = text
  })
  useEffect(() => {
    const timer = setInterval(() => setSaid(latest.current), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return said
}
