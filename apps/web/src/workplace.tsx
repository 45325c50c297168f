import { RouterProvider } from 'react-router'
import { router } from './router.tsx'

/** Every page for somebody who is signed in, loaded as one: no later step can fail for want of a connection. Only the pages of the rules, on which nobody is in the middle of anything, are loaded when they are opened. */
export const Workplace = () => <RouterProvider router={router} />
