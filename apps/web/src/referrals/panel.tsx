import { type ReactNode, useId } from 'react'

type PanelProps = { id?: string; heading: string; children: ReactNode; className?: string }

/** One part of the referral’s page under its heading. */
export function Panel({ id, heading, children, className = 'card' }: PanelProps) {
  const headingId = useId()
  return (
    <section
      id={id}
      tabIndex={id === undefined ? undefined : -1}
      className={className}
      aria-labelledby={headingId}
    >
      <h2 id={headingId}>{heading}</h2>
      {children}
    </section>
  )
}
