import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { explain } from './failure.ts'
import { sessionQuery } from './session.ts'
import { SignInPage } from './sign-in/sign-in-page.tsx'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { Failed } from './ui/failed.tsx'
import { Loading } from './ui/loading.tsx'

const loadWorkplace = async () => {
  const { Workplace } = await import('./workplace.tsx')
  return { default: Workplace }
}
const Workplace = lazy(loadWorkplace)

const notLoaded = (
  <main className="page-narrow">
    <Failed
      heading="Kyphoscreen could not be loaded"
      says="Check the connection and load the page again."
      onTryAgain={() => location.reload()}
    />
  </main>
)

const loading = (
  <main className="page-narrow">
    <Loading what="Kyphoscreen" />
  </main>
)

/** The way in: the sign-in page for somebody who is not signed in, every other page for somebody who is. */
export function Entry() {
  const session = useQuery(sessionQuery)
  if (session.status === 'pending') return loading
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
  if (session.data === null) {
    return <SignInPage onTyping={() => void loadWorkplace().catch(() => undefined)} />
  }
  return (
    <ErrorBoundary fallback={notLoaded}>
      <Suspense fallback={loading}>
        <Workplace />
      </Suspense>
    </ErrorBoundary>
  )
}
