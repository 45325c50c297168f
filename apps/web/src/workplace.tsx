import { RouterProvider } from 'react-router'
import { router } from './router.tsx'

/** Every page for somebody who is signed in, loaded as one: no later step can fail for want of a connection. */
export const Workplace = () => <RouterProvider router={router} />
