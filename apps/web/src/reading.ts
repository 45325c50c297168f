import {
  type NewSignOff,
  type NewWithdrawal,
  type RulesetVersion,
  SignOff,
  SignOffs,
} from '@kyphoscreen/api/contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { writeReadingThen } from './reading-words.ts'
import { request } from './request.ts'

/** The server's routes of the sign-offs of the rules. */
export const signOffApi = {
  read: () => request('GET', '/ruleset/sign-offs', SignOffs),
  sign: (body: NewSignOff, key: string) =>
    request('POST', '/ruleset/sign-offs', SignOff, { body, key }),
  withdraw: (id: string, body: NewWithdrawal, key: string) =>
    request('POST', `/ruleset/sign-offs/${id}/withdrawal`, SignOff, { body, key }),
}

/** Every sign-off of the rules, read once in a while. */
export const signOffsQuery = queryOptions({
  queryKey: ['sign-offs'],
  queryFn: signOffApi.read,
  staleTime: 60_000,
})

/** Says whether the reading a result rests on is signed off; when this is not known it says so, and never that it is. */
export function useReading(ruleset: RulesetVersion, recordedAt?: string): string {
  const { data } = useQuery(signOffsQuery)
  return writeReadingThen(data?.signOffs, ruleset, recordedAt)
}
