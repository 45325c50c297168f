import { Undo } from '../questions/undo.tsx'
import { Notice } from '../ui/notice.tsx'

type FormStartProps = {
  says: string | undefined
  /** How often the form was cleared and not yet taken back; none when 0. */
  cleared: number
  onAfresh: () => void
  onUndo: () => void
}

/** Says what the form was opened with, offers to start afresh, and takes a clearing back. */
export function FormStart({ says, cleared, onAfresh, onUndo }: FormStartProps) {
  if (cleared > 0) return <Undo key={cleared} says="The form was cleared." onUndo={onUndo} />
  if (says === undefined) return null
  return (
    <Notice
      actions={
        <button type="button" className="button button-quiet" onClick={onAfresh}>
          Discard and start afresh
        </button>
      }
    >
      {says}
    </Notice>
  )
}
