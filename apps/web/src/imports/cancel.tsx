import type { Import } from '@kyphoscreen/api/contract'
import { useState } from 'react'
import { Failed } from '../ui/failed.tsx'
import { explainImport } from './explain-import.ts'
import { importApi } from './import-api.ts'
import { useStep } from './use-import.ts'

const consequence = {
  importing:
    'Referrals stored so far stay. To go on later, upload the file again: they are then skipped.',
  checking: 'Nothing has been stored. The uploaded file is thrown away.',
} as const

const consequenceOf = ({ state }: Import) =>
  state === 'importing' ? consequence.importing : consequence.checking

/** Ends an import after asking once; what runs stops after the rows under way. */
export function Cancel({ one }: { one: Import }) {
  const [asking, setAsking] = useState(false)
  const cancel = useStep(importApi.cancel)
  if (cancel.isSuccess) return <p role="status">Stopping after the rows under way…</p>
  if (!asking) {
    return (
      <button type="button" className="button" onClick={() => setAsking(true)}>
        Cancel the import
      </button>
    )
  }
  return (
    <fieldset className="import-cancel">
      <legend>Cancel the import?</legend>
      <p>{consequenceOf(one)}</p>
      {cancel.isError ? (
        <Failed heading="Not cancelled" says={explainImport(cancel.error)} />
      ) : null}
      <div className="actions">
        <button
          type="button"
          className="button"
          // biome-ignore lint/a11y/noAutofocus: the button that was pressed is gone; this asks whether it was meant
          autoFocus
          onClick={() => cancel.mutate(one.id)}
        >
          {cancel.isPending ? 'Cancelling…' : 'Yes, cancel it'}
        </button>
        <button type="button" className="button" onClick={() => setAsking(false)}>
          No, go on
        </button>
      </div>
    </fieldset>
  )
}
