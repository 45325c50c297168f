import { useMutation } from '@tanstack/react-query'
import { explain } from './failure.ts'
import { requestFile } from './request.ts'
import { Failed } from './ui/failed.tsx'
import { saveFile } from './ui/save-file.ts'

/** Saves the receipt of a recorded screening or decision, which proves by itself what was recorded. */
export function Receipt({ of, id }: { of: 'screening' | 'decision'; id: string }) {
  const receipt = useMutation({
    mutationFn: () => requestFile(`/${of}s/${id}/receipt`),
    onSuccess: (file) => saveFile(file, `receipt-${id}.json`),
  })
  const ask = () => (receipt.isPending ? undefined : receipt.mutate())
  return (
    <div className="no-print">
      <button type="button" className="button button-quiet" onClick={ask}>
        {receipt.isPending ? 'Making the receipt…' : `Receipt of this ${of}`}
      </button>
      <span role="status" className="fine">
        {receipt.isSuccess ? 'Saved.' : ''}
      </span>
      {receipt.isError ? <Failed heading="No receipt" says={explain(receipt.error)} /> : null}
    </div>
  )
}
