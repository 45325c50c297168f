import { type Ref, useEffect, useRef, useState } from 'react'
import { mayPass } from '../request.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Failed } from '../ui/failed.tsx'
import { describedBy, FieldBox } from '../ui/field.tsx'
import { goTo } from '../ui/go-to.ts'
import { acceptedFiles, readChosen } from './chosen-file.ts'
import { explainImport } from './explain-import.ts'
import { Uploading } from './uploading.tsx'
import { useUpload } from './use-upload.ts'

const id = 'import-file'
const hint =
  'CSV with the column names in its first line, or NDJSON; in UTF-8, at most 2 GiB. You can also drop the file here. Nothing is stored as a referral yet.'

type FileFieldProps = { input: Ref<HTMLInputElement>; error: string | undefined }

const FileField = ({ input, error }: FileFieldProps) => (
  <FieldBox id={id} label="File" hint={hint} error={error}>
    <input
      className="input import-file"
      id={id}
      type="file"
      ref={input}
      accept={acceptedFiles}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy(id, { hint, error })}
    />
  </FieldBox>
)

const NotUploaded = ({ upload }: Pick<ReturnType<typeof useUpload>, 'upload'>) =>
  upload.isError ? (
    <Failed
      heading="Not uploaded"
      says={explainImport(upload.error)}
      {...(mayPass(upload.error) && { onTryAgain: () => upload.mutate(upload.variables) })}
    />
  ) : null

/** Chooses a file and uploads it. */
export function ChooseFile() {
  const input = useRef<HTMLInputElement>(null)
  const [{ attempt, problem }, setFound] = useState<{ attempt: number; problem?: string }>({
    attempt: 0,
  })
  const { upload, sent, stopped, stop } = useUpload()
  useEffect(() => {
    if (upload.isError) input.current?.focus()
  }, [upload.isError])
  if (upload.isPending || upload.isSuccess) {
    return <Uploading file={upload.variables.file} sent={sent} onStop={stop} />
  }
  const send = () => {
    const read = readChosen(input.current?.files?.[0])
    setFound('problem' in read ? { attempt: attempt + 1, problem: read.problem } : { attempt })
    if ('file' in read) upload.mutate(read)
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
      {stopped ? null : <NotUploaded upload={upload} />}
      <FileField input={input} error={problem} />
      <div className="actions">
        <button type="submit" className="button button-main">
          Upload
        </button>
        <span role="status">{stopped ? 'The upload was cancelled; nothing was kept.' : ''}</span>
      </div>
    </form>
  )
}
