import { useEffect, useRef } from 'react'
import { LeaveGuard } from '../ui/leave-guard.tsx'
import { Progress } from './progress.tsx'

type UploadingProps = { file: File | undefined; sent: number; onStop: () => void }

/** A file on its way to the server. */
export function Uploading({ file, sent, onStop }: UploadingProps) {
  const cancel = useRef<HTMLButtonElement>(null)
  useEffect(() => cancel.current?.focus(), [])
  return (
    <section className="card" aria-label="Upload">
      <Progress label={`Uploading ${file?.name ?? 'the file'}`} done={sent} all={file?.size ?? 0} />
      <p className="fine">Stay on this page until the upload has ended.</p>
      <div className="actions">
        <button type="button" className="button" ref={cancel} onClick={onStop}>
          Cancel the upload
        </button>
      </div>
      <LeaveGuard isUnsaved={() => true} says="The file is not uploaded yet." />
    </section>
  )
}
