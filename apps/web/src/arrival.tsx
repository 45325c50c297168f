import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'

/** Says the title of a page that was arrived at, and moves a focus that was lost on the way to the page. */
export function Arrival() {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  const [title, setTitle] = useState('')
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    const timer = setTimeout(() => {
      setTitle(document.title)
      if (document.activeElement === document.body) {
        document.getElementById('main')?.focus({ preventScroll: true })
      }
    }, 150)
    return () => clearTimeout(timer)
  }, [pathname])
  return (
    <p className="visually-hidden" aria-live="polite">
      {title}
    </p>
  )
}
