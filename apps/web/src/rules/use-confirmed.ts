import type { SignOff } from '@kyphoscreen/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { signOffsQuery } from '../reading.ts'
import { useKeyFor } from '../use-key-for.ts'

type Send<Content> = (content: Content & { password: string }, key: string) => Promise<SignOff>

/** Sends something that is confirmed by password once, however often it is sent; what is known of the sign-offs is read again, also after a refusal. */
export function useConfirmed<Content>(send: Send<Content>, onRecorded: () => void) {
  const queries = useQueryClient()
  const keyFor = useKeyFor()
  return useMutation({
    mutationFn: ({ password, ...content }: Content & { password: string }) =>
      send({ ...(content as Content), password }, keyFor(content)),
    onSuccess: onRecorded,
    onSettled: () => queries.invalidateQueries({ queryKey: signOffsQuery.queryKey }),
  })
}
