import type { WorklistQuery } from '@kyphoscreen/api/contract'
import { useMutation } from '@tanstack/react-query'
import { explain } from '../failure.ts'
import { Failed } from '../ui/failed.tsx'
import { saveFile } from '../ui/save-file.ts'
import { worklistApi } from './worklist-api.ts'

/** Saves the whole list, as it is filtered and sorted, as a CSV file. */
export function Export({ query }: { query: WorklistQuery }) {
  const file = useMutation({
    mutationFn: () => worklistApi.csv(query),
    onSuccess: (csv) => saveFile(csv, 'referrals.csv'),
  })
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => (file.isPending ? undefined : file.mutate())}
      >
        {file.isPending ? 'Exporting…' : 'Export as CSV'}
      </button>
      <span role="status" className="fine">
        {file.isSuccess ? 'Exported.' : ''}
      </span>
      {file.isError ? <Failed heading="Not exported" says={explain(file.error)} /> : null}
    </>
  )
}
