import type { Patient, Screening } from '@kyphoscreen/api/contract'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { decisionApi } from '../decisions/decision-api.ts'
import { decisionsKey } from '../decisions/use-record-decision.ts'
import { noteTaken } from '../print-noted.ts'
import { useReading } from '../reading.ts'
import { writeNote } from './note.ts'

type Copied = 'not-tried' | 'copied' | 'by-hand'

const says = {
  'not-tried': '',
  copied: 'Copied.',
  'by-hand': 'This browser does not let the page copy. The text is selected: press Ctrl+C.',
} as const satisfies Record<Copied, string>

/** The note as plain text, to be copied; without the patient’s name unless chosen. */
export function NoteCard({ screening, patient }: { screening: Screening; patient: Patient }) {
  const [named, setNamed] = useState(false)
  const [copied, setCopied] = useState<Copied>('not-tried')
  const area = useRef<HTMLTextAreaElement>(null)
  const reading = useReading(screening.result.ruleset, screening.recordedAt)
  const { data, isSuccess } = useQuery({
    queryKey: decisionsKey(screening.id),
    queryFn: () => decisionApi.read(screening.id),
  })
  const decision = isSuccess ? (data.decisions[0] ?? null) : undefined
  const text = writeNote(screening, { patient: named ? patient : null, reading, decision })
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('copied')
      noteTaken({ kind: 'note', id: screening.id, how: 'copied' })
    } catch {
      area.current?.select()
      setCopied('by-hand')
    }
  }
  return (
    <section className="card no-print" aria-labelledby="note-heading">
      <h2 id="note-heading">Note</h2>
      <label className="option">
        <input
          type="checkbox"
          checked={named}
          onChange={(event) => {
            setNamed(event.target.checked)
            setCopied('not-tried')
          }}
        />
        <span>With name, birth date and MRN</span>
      </label>
      <div className="actions">
        <button type="button" className="button" onClick={() => void copy()}>
          Copy note
        </button>
        <span role="status">{says[copied]}</span>
      </div>
      <textarea
        ref={area}
        className="input note-text"
        aria-label="Text of the note"
        readOnly
        rows={10}
        value={text}
      />
    </section>
  )
}
