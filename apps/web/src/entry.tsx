import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { explain } from './failure.ts'
import { sessionQuery } from './session.ts'
import { SignInPage } from './sign-in/sign-in-page.tsx'
import { Failed } from './ui/failed.tsx'
import { Loading } from './ui/loading.tsx'

/** Not `lazy`: React would hold its pages back for a while once it has shown that they are loading. */
const workplaceQuery = queryOptions({
  queryKey: ['workplace'],
  queryFn: async () => (await import('./workplace.tsx')).Workplace,
  staleTime: Number.POSITIVE_INFINITY,
})

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
  const queries = useQueryClient()
  const session = useQuery(sessionQuery)
  const { data: Workplace, isError } = useQuery({ ...workplaceQuery, enabled: !!session.data })
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
    return <SignInPage onTyping={() => void queries.prefetchQuery(workplaceQuery)} />
  }
  if (isError) return notLoaded
  return Workplace ? <Workplace /> : loading
}
