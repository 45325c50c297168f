import type { Person } from '@kyphoscreen/api/contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { referralApi } from './referral-api.ts'

const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: () => referralApi.people(),
  staleTime: 300_000,
})

/** Gives the colleagues who can own something; whoever owns it already is among them, also while they are loading. */
export function usePeople(owner: Person | null = null): readonly Person[] {
  const { data } = useQuery(peopleQuery)
  const people = data?.people ?? []
  return owner === null || people.some(({ id }) => id === owner.id) ? people : [owner, ...people]
}
