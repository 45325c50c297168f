import { useEffect, useState } from 'react'

/** Reads a text out politely once it has stood still for a moment; the same text is not repeated. */
export function Announcer({ text, afterMs = 1200 }: { text: string; afterMs?: number }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), afterMs)
    return () => clearTimeout(timer)
  }, [text, afterMs])
  return (
    <p className="visually-hidden" aria-live="polite" role="status">
      {said}
    </p>
  )
}
