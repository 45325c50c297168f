import type { Import, ImportPreview } from '@kyphoscreen/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { goTo } from '../ui/go-to.ts'
import { importApi } from './import-api.ts'
import { type MappingProblem, mappingProblems } from './mapping.ts'
import { useStep } from './use-import.ts'

/** The mapping as it is being changed, with the two things to do with it: reading the first rows anew, and the dry run. */
export function usePreparing(one: Import, preview: ImportPreview) {
  const queries = useQueryClient()
  const [columns, setColumns] = useState(preview.columns)
  const [found, setFound] = useState<{ attempt: number; problems: MappingProblem[] }>({
    attempt: 0,
    problems: [],
  })
  const changed = JSON.stringify(columns) !== JSON.stringify(preview.columns)
  const map = useMutation({
    mutationFn: () => importApi.map(one.id, { columns }),
    onSuccess: (read) => {
      queries.setQueryData<ImportPreview>(['import', one.id, 'preview'], () => read)
    },
  })
  const readAnew = useMutation({
    mutationFn: () => map.mutateAsync(),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['import', one.id], exact: true })
      goTo('first-rows')
    },
  })
  const tryOut = useStep(async (id) => {
    if (changed) await map.mutateAsync()
    return importApi.tryOut(id)
  })
  const unlessWrong = (act: () => void) => {
    const problems = preview.format === 'csv' ? mappingProblems(columns) : []
    setFound(({ attempt }) => ({ attempt: attempt + 1, problems }))
    if (problems.length === 0 && !tryOut.isPending && !readAnew.isPending) act()
  }
  return {
    columns,
    setColumns,
    changed,
    found,
    error: readAnew.error ?? tryOut.error,
    starting: tryOut.isPending,
    tryOut: () => unlessWrong(() => tryOut.mutate(one.id)),
    readAnew: () => unlessWrong(() => readAnew.mutate()),
  }
}
