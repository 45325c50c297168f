import { Navigate } from 'react-router'
import { HomePage } from './patients/home-page.tsx'
import { useWho } from './session.ts'

/** The start: the worklist for a navigator, finding a patient for everybody else. */
export const Start = () =>
  useWho().role === 'navigator' ? <Navigate to="/worklist" replace /> : <HomePage />
