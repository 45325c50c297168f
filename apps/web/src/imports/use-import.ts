import type { Import } from '@kyphoscreen/api/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { importApi } from './import-api.ts'
import { isRunning } from './wording.ts'

const everyMs = 1_000
const afterFailureMs = 3_000
const listEveryMs = 3_000

const keyOf = (id: string) => ['import', id] as const

/** Reads an import, again every second while it runs; also while the server does not answer. */
export const useImport = (id: string) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: () => importApi.read(id),
    staleTime: 0,
    refetchInterval: ({ state: { data, error } }) => {
      if (!data || !isRunning(data)) return false
      return error ? afterFailureMs : everyMs
    },
  })

/** Reads the newest imports, again every few seconds while one runs. */
export const useImports = () =>
  useQuery({
    queryKey: ['imports'],
    queryFn: importApi.list,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.imports.some(isRunning) ? listEveryMs : false),
  })

/** Does a step of an import, and keeps what the server says of it. */
export function useStep(step: (id: string) => Promise<Import>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => {
      await queries.cancelQueries({ queryKey: keyOf(id) })
      return step(id)
    },
    onSuccess: (now) => {
      queries.setQueryData<Import>(keyOf(now.id), () => now)
      for (const list of ['imports', 'worklist', 'tiles']) {
        void queries.invalidateQueries({ queryKey: [list], refetchType: 'none' })
      }
    },
    onError: (_, id) => queries.invalidateQueries({ queryKey: keyOf(id) }),
  })
}
