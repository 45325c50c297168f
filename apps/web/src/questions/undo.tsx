import { useEffect, useRef } from 'react'

type UndoProps = { says: string; onUndo: () => void }

/** Says what was just removed and takes it back; it takes the focus the removed thing had. */
export function Undo({ says, onUndo }: UndoProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <p className="undo" role="status">
      {says}{' '}
      <button type="button" className="button button-quiet" ref={button} onClick={onUndo}>
        Undo
        <span className="visually-hidden"> {says}</span>
      </button>
    </p>
  )
}
