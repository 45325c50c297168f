import type { SignedIn } from '@kyphoscreen/api/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, NavLink, Outlet, ScrollRestoration, useNavigation } from 'react-router'
import { Arrival } from './arrival.tsx'
import { sessionQuery, useWho } from './session.ts'
import { SignInAgain } from './sign-in/sign-in-again.tsx'
import { SignOut } from './sign-in/sign-out.tsx'
import { TimeOutWarning } from './sign-in/time-out-warning.tsx'
import { LeaveQuestion } from './ui/leave-question.tsx'
import { ThemeSwitch } from './ui/theme-switch.tsx'

const Mark = () => (
  <Link to="/" className="mark">
    <img src="/mark.svg" alt="" width="28" height="28" />
    Kyphoscreen
  </Link>
)

const Places = ({ role }: Pick<SignedIn, 'role'>) => (
  <nav className="places" aria-label="Kyphoscreen">
    <NavLink to="/worklist">Worklist</NavLink>
    <NavLink to="/patients" end>
      Patients
    </NavLink>
    <NavLink to="/rules">Rules</NavLink>
    {role === 'admin' ? <NavLink to="/audit">Audit</NavLink> : null}
    {role === 'admin' ? <NavLink to="/settings">Settings</NavLink> : null}
  </nav>
)

/** The frame around every page: the header, the page, and what stands over it. */
export function App() {
  const who = useWho()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const leaving = useNavigation().state === 'loading'
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the page
      </a>
      <header className="site-header">
        <Mark />
        <Places role={who.role} />
        <ThemeSwitch />
        <SignOut who={who} />
      </header>
      <main id="main" tabIndex={-1} aria-busy={leaving}>
        <Outlet />
      </main>
      {session?.timedOut ? <SignInAgain who={who} /> : <TimeOutWarning who={who} />}
      <LeaveQuestion />
      <Arrival />
      <ScrollRestoration />
    </>
  )
}
