import type { Referral } from '@kyphoscreen/api/contract'
import { useEffect, useRef, useState } from 'react'
import type { WhereFactIs } from '../result/fact-link.tsx'
import { EvidenceForm } from './evidence-form.tsx'

type EvidenceSectionProps = {
  referral: Referral
  onForm: (where: WhereFactIs | undefined) => void
}

/** Adds what a source tells; the form opens in its place, and starts afresh once it was taken. */
export function EvidenceSection({ referral, onForm }: EvidenceSectionProps) {
  const [taken, setTaken] = useState(0)
  const said = useRef<HTMLParagraphElement>(null)
  const box = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (taken === 0) return
    if (box.current) box.current.open = false
    said.current?.focus()
  }, [taken])
  return (
    <section id="add-evidence" className="card" aria-label="Add evidence">
      <p role="status" ref={said} tabIndex={-1} className={taken > 0 ? '' : 'visually-hidden'}>
        {taken > 0 ? 'The evidence was added.' : ''}
      </p>
      <details ref={box} className="adds-evidence">
        <summary>
          <h2>Add evidence</h2>
        </summary>
        <EvidenceForm
          key={taken}
          referral={referral}
          onForm={onForm}
          onTaken={() => setTaken(taken + 1)}
        />
      </details>
    </section>
  )
}
