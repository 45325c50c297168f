import { useId } from 'react'
import { useSteadily } from './use-steadily.ts'
import { percentOf, writeBytes } from './wording.ts'

type ProgressProps = { label: string; done: number; all: number; says?: string | undefined }

/** How much of a file is done, as a bar and in words; read out every few seconds. */
export function Progress({ label, done, all, says }: ProgressProps) {
  const id = useId()
  const percent = percentOf(done, all)
  const words = `${percent} %${says ? `, ${says}` : ''}`
  const said = useSteadily(words)
  return (
    <div className="import-progress">
      <label htmlFor={id}>{label}</label>
      <progress id={id} max={100} value={percent} />
      <p>
        {percent} % ({writeBytes(Math.min(done, all))} of {writeBytes(all)})
      </p>
      {says ? <p className="fine">{says}</p> : null}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  )
}
