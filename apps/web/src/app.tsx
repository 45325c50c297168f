import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, ScrollRestoration, useNavigation } from 'react-router'
import { explain } from './failure.ts'
import { sessionQuery } from './session.ts'
import { SignInAgain } from './sign-in/sign-in-again.tsx'
import { SignInPage } from './sign-in/sign-in-page.tsx'
import { SignOut } from './sign-in/sign-out.tsx'
import { TimeOutWarning } from './sign-in/time-out-warning.tsx'
import { Failed } from './ui/failed.tsx'
import { Loading } from './ui/loading.tsx'
import { ThemeSwitch } from './ui/theme-switch.tsx'

const Mark = () => (
  <Link to="/" className="mark">
    <img src="/mark.svg" alt="" width="28" height="28" />
    Kyphoscreen
  </Link>
)

/** The frame around every page: sign-in first, then the header, the page, and what stands over it. */
export function App() {
  const session = useQuery(sessionQuery)
  const leaving = useNavigation().state === 'loading'
  if (session.status === 'pending') {
    return (
      <main className="page-narrow">
        <Loading what="Kyphoscreen" />
      </main>
    )
  }
  if (session.status === 'error') {
    return (
      <main className="page-narrow">
        <Failed
          heading="Kyphoscreen could not be reached"
          says={explain(session.error)}
          trying={session.isFetching}
          onTryAgain={() => void session.refetch()}
        />
      </main>
    )
  }
  if (session.data === null) return <SignInPage />
  const { who, timedOut } = session.data
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the page
      </a>
      <header className="site-header">
        <Mark />
        <ThemeSwitch />
        <SignOut who={who} />
      </header>
      <main id="main" tabIndex={-1} aria-busy={leaving}>
        <Outlet />
      </main>
      {timedOut ? <SignInAgain who={who} /> : <TimeOutWarning who={who} />}
      <ScrollRestoration />
    </>
  )
}
