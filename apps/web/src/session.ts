import type { SignedIn } from '@kyphoscreen/api/contract'
import { type QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { api } from './api.ts'
import { RequestFailed } from './request.ts'

/** Who is signed in on this page; `timedOut` when the server has since ended the session, null when nobody is. */
export type Session = { who: SignedIn; timedOut: boolean } | null

/** The session, read once and then kept up to date by sign-in, sign-out and refusals. */
export const sessionQuery = queryOptions<Session>({
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  queryFn: async () => {
    try {
      return { who: await api.whoIsSignedIn(), timedOut: false }
    } catch (error) {
      if (error instanceof RequestFailed && error.failure.kind === 'signed-out') return null
      throw error
    }
  },
})

/** Keeps who has just signed in. */
export const keepSignedIn = (queries: QueryClient, who: SignedIn) =>
  queries.setQueryData<Session>(sessionQuery.queryKey, () => ({ who, timedOut: false }))

/** Marks the session as ended by the server; what is on the page stays. */
export const markTimedOut = (queries: QueryClient) =>
  queries.setQueryData<Session>(sessionQuery.queryKey, (session) =>
    session ? { ...session, timedOut: true } : session,
  )

/** Gives who is signed in; only for what is shown to somebody who is. */
export function useWho(): SignedIn {
  const { data } = useSuspenseQuery(sessionQuery)
  if (data === null) throw new Error('nobody is signed in')
  return data.who
}

/** True for the roles that register patients and record screenings. */
export const mayRecord = ({ role }: SignedIn): boolean => role === 'surgeon' || role === 'navigator'

/** True for the roles that import referrals. */
export const mayImport = ({ role }: SignedIn): boolean => role === 'navigator' || role === 'admin'

/** True for the roles that read the log. */
export const mayAudit = ({ role }: SignedIn): boolean => role === 'admin'

/** Forgets who was signed in and everything that was read from the server. */
export function forgetEverything(queries: QueryClient): void {
  queries.setQueryData<Session>(sessionQuery.queryKey, () => null)
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
}
