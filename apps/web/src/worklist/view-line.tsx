import type { View, WorklistQuery } from '@kyphoscreen/api/contract'
import { useState } from 'react'
import { RenameForm } from './view-forms.tsx'

type ViewLineProps = {
  view: View
  onOpen: (query: WorklistQuery) => void
  onRenamed: () => Promise<void>
  onRemove: () => void
}

/** A saved view: opened, renamed, or deleted after being asked once more. */
export function ViewLine({ view, onOpen, onRenamed, onRemove }: ViewLineProps) {
  const [doing, setDoing] = useState<'nothing' | 'renaming' | 'deleting'>('nothing')
  const Named = () => <span className="visually-hidden"> {view.name}</span>
  const { query } = view
  if (doing === 'renaming' && query !== null) {
    return (
      <li>
        <RenameForm
          view={{ ...view, query }}
          onRenamed={onRenamed}
          onClose={() => setDoing('nothing')}
        />
      </li>
    )
  }
  return (
    <li className="actions">
      {query === null ? (
        <span>{view.name}: cannot be opened any more. Find the list again and keep it anew.</span>
      ) : (
        <>
          <button type="button" className="button" onClick={() => onOpen(query)}>
            {view.name}
          </button>
          <button
            type="button"
            className="button button-quiet"
            onClick={() => setDoing('renaming')}
          >
            Rename
            <Named />
          </button>
        </>
      )}
      {doing === 'deleting' ? (
        <>
          <button type="button" className="button" onClick={onRemove}>
            Yes, delete
            <Named />
          </button>
          <button type="button" className="button button-quiet" onClick={() => setDoing('nothing')}>
            Keep
            <Named />
          </button>
        </>
      ) : (
        <button type="button" className="button button-quiet" onClick={() => setDoing('deleting')}>
          Delete
          <Named />
        </button>
      )}
    </li>
  )
}
