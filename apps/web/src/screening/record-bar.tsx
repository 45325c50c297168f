import { Failed } from '../ui/failed.tsx'
import type { DraftState } from './draft-saver.ts'
import { DraftStatus } from './draft-status.tsx'

type RecordBarProps = {
  draft: DraftState
  recording: boolean
  failed: string | undefined
  onClear: () => void
}

/** Records the screening; says how the draft stands and what failed. */
export function RecordBar({ draft, recording, failed, onClear }: RecordBarProps) {
  return (
    <section className="form-section record-bar" aria-label="Record">
      {failed ? (
        <Failed
          heading="Not recorded"
          says={`${failed} Your entries are still here; trying again records them once.`}
        />
      ) : null}
      <div className="actions">
        <button type="submit" className="button button-main">
          {recording ? 'Recording…' : 'Record screening'}
        </button>
        <button type="button" className="button button-quiet" onClick={onClear}>
          Clear the form
        </button>
      </div>
      <p className="field-hint">
        The server screens the same findings again; its answer is the one that is kept. A recorded
        screening is never changed: correct it by a new one.
      </p>
      <DraftStatus draft={draft} />
    </section>
  )
}
