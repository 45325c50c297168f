import { useEffect } from 'react'
import { RouterProvider } from 'react-router'
import { loadAhead, router } from './router.tsx'

/** Every page for somebody who is signed in; loaded once it is known that somebody is. */
export function Workplace() {
  useEffect(() => {
    void loadAhead()
  }, [])
  return <RouterProvider router={router} />
}
