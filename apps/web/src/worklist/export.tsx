import type { WorklistQuery } from '@kyphoscreen/api/contract'
import { useMutation } from '@tanstack/react-query'
import { explain } from '../failure.ts'
import { Failed } from '../ui/failed.tsx'
import { worklistApi } from './worklist-api.ts'

function save(file: Blob) {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = 'referrals.csv'
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Saves the whole list, as it is filtered and sorted, as a CSV file. */
export function Export({ query }: { query: WorklistQuery }) {
  const file = useMutation({ mutationFn: () => worklistApi.csv(query), onSuccess: save })
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
