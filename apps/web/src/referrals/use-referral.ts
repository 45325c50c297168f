import type { Referral } from '@kyphoscreen/api/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { referralApi } from '../handling/referral-api.ts'

const keyOf = (id: string) => ['referral', id] as const

/** Reads a referral. */
export const useReferral = (id: string) =>
  useQuery({ queryKey: keyOf(id), queryFn: () => referralApi.read(id), staleTime: 0 })

/** Gives the way to keep a newer version of a referral, wherever it came from. */
export function useKeepReferral(): (referral: Referral) => void {
  const queries = useQueryClient()
  return useCallback(
    (referral) => {
      queries.setQueryData<Referral>(keyOf(referral.id), (before) =>
        before !== undefined && before.version > referral.version ? before : referral,
      )
      void queries.invalidateQueries({ queryKey: ['referrals-of', referral.patient.id] })
      void queries.invalidateQueries({ queryKey: ['worklist'], refetchType: 'none' })
    },
    [queries],
  )
}
