import type { View } from '@kyphoscreen/api/contract'
import { useState } from 'react'
import { RenameForm } from './view-forms.tsx'

type ViewLineProps = {
  view: View
  onOpen: () => void
  onRenamed: () => Promise<void>
  onRemove: () => void
}

/** A saved view: opened, renamed, or deleted after being asked once more. */
export function ViewLine({ view, onOpen, onRenamed, onRemove }: ViewLineProps) {
  const [doing, setDoing] = useState<'nothing' | 'renaming' | 'deleting'>('nothing')
  const Named = () => <span className="visually-hidden"> {view.name}</span>
  if (doing === 'renaming') {
    return (
      <li>
        <RenameForm view={view} onRenamed={onRenamed} onClose={() => setDoing('nothing')} />
      </li>
    )
  }
  return (
    <li className="actions">
      <button type="button" className="button" onClick={onOpen}>
        {view.name}
      </button>
      <button type="button" className="button button-quiet" onClick={() => setDoing('renaming')}>
        Rename
        <Named />
      </button>
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
