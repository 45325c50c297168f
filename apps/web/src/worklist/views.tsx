import type { Views as Found, View, WorklistQuery } from '@kyphoscreen/api/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { explain } from '../failure.ts'
import { Loaded } from '../loaded.tsx'
import { Failed } from '../ui/failed.tsx'
import { NewViewForm } from './view-forms.tsx'
import { ViewLine } from './view-line.tsx'
import { worklistApi } from './worklist-api.ts'

type ViewsProps = { query: WorklistQuery; onAsk: (query: WorklistQuery) => void }

/** The lists that somebody keeps under names of their own: open, rename, delete, and keep the one shown. */
export function Views({ query, onAsk }: ViewsProps) {
  const queries = useQueryClient()
  const views = useQuery({ queryKey: ['views'], queryFn: worklistApi.views, staleTime: 60_000 })
  const heading = useRef<HTMLElement>(null)
  const again = () => queries.invalidateQueries({ queryKey: ['views'] })
  const remove = useMutation({
    mutationFn: ({ id }: View) => worklistApi.removeView(id),
    onSuccess: async () => {
      await again()
      heading.current?.focus()
    },
  })
  return (
    <details className="views">
      <summary ref={heading}>
        Saved views{views.data ? ` (${views.data.views.length})` : ''}
      </summary>
      <Loaded query={views} what="your saved views">
        {(read: Found) => (
          <ul className="stack-close">
            {read.views.map((view) => (
              <ViewLine
                key={view.id}
                view={view}
                onOpen={onAsk}
                onRenamed={again}
                onRemove={() => remove.mutate(view)}
              />
            ))}
          </ul>
        )}
      </Loaded>
      {remove.isError ? <Failed heading="Not deleted" says={explain(remove.error)} /> : null}
      <NewViewForm query={query} onSaved={again} />
    </details>
  )
}
