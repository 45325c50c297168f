import { useEffect } from 'react'
import { RouterProvider } from 'react-router'
import { loadAhead, router } from './router.tsx'

const loadAheadAfterMs = 1_500

/** Every page for somebody who is signed in; loaded once it is known that somebody is. */
export function Workplace() {
  useEffect(() => {
    const timer = setTimeout(() => void loadAhead(), loadAheadAfterMs)
    return () => clearTimeout(timer)
  }, [])
  return <RouterProvider router={router} />
}
