import { useEffect, useRef, useState } from 'react'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Failed } from '../ui/failed.tsx'
import { describedBy, FieldBox } from '../ui/field.tsx'
import { goTo } from '../ui/go-to.ts'
import { acceptedFiles, readChosen } from './chosen-file.ts'
import { explainImport } from './explain-import.ts'
import { Progress } from './progress.tsx'
import { useUpload } from './use-upload.ts'

const id = 'import-file'
const hint =
  'CSV with the column names in its first line, or NDJSON; in UTF-8, at most 2 GiB. You can also drop the file here. Nothing is stored as a referral yet.'

type Upload = ReturnType<typeof useUpload>

function Uploading({ upload: { upload, sent, stop } }: { upload: Upload }) {
  const cancel = useRef<HTMLButtonElement>(null)
  useEffect(() => cancel.current?.focus(), [])
  const file = upload.variables?.file
  return (
    <section className="card" aria-label="Upload">
      <Progress label={`Uploading ${file?.name ?? 'the file'}`} done={sent} all={file?.size ?? 0} />
      <p className="fine">Stay on this page until the upload has ended.</p>
      <div className="actions">
        <button type="button" className="button" ref={cancel} onClick={stop}>
          Cancel the upload
        </button>
      </div>
    </section>
  )
}

/** Chooses a file and uploads it. */
export function ChooseFile() {
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const sending = useUpload()
  const { upload, stopped } = sending
  if (upload.isPending || upload.isSuccess) return <Uploading upload={sending} />
  const send = () => {
    const file = input.current?.files?.[0]
    const read = readChosen(file)
    setProblem('problem' in read ? read.problem : undefined)
    if ('problem' in read) setAttempt((before) => before + 1)
    else if (file !== undefined) upload.mutate({ file, format: read.format })
  }
  return (
    <form
      className="card"
      aria-label="File to import"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <ErrorSummary
        problems={problem ? [{ id, says: problem }] : []}
        attempt={attempt}
        onGoTo={goTo}
      />
      {upload.isError && !stopped ? (
        <Failed heading="Not uploaded" says={explainImport(upload.error)} />
      ) : null}
      <p role="status">{stopped ? 'The upload was cancelled; nothing was kept.' : ''}</p>
      <FieldBox id={id} label="File" hint={hint} error={problem}>
        <input
          className="input import-file"
          id={id}
          type="file"
          ref={input}
          accept={acceptedFiles}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy(id, { hint, error: problem })}
        />
      </FieldBox>
      <div className="actions">
        <button type="submit" className="button button-main">
          Upload
        </button>
      </div>
    </form>
  )
}
