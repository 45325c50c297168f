import { type ReactNode, useId } from 'react'

type PanelProps = { heading: string; children: ReactNode; className?: string }

/** One part of the referral’s page under its heading. */
export function Panel({ heading, children, className = 'card' }: PanelProps) {
  const id = useId()
  return (
    <section className={className} aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  )
}
