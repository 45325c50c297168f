import { useEffect, useId, useRef } from 'react'

type ErrorSummaryProps = {
  problems: readonly { id: string; says: string }[]
  /** Counts the tries that met a problem; the summary takes the focus once after each. */
  attempt: number
  onGoTo: (id: string) => void
  /** Which form it belongs to, where a page has several. */
  within?: string
}

/** Lists everything that keeps a form from being sent, with a link to each field. */
export function ErrorSummary({ problems, attempt, onGoTo, within }: ErrorSummaryProps) {
  const element = useRef<HTMLElement>(null)
  const headingId = useId()
  const focusedFor = useRef(0)
  useEffect(() => {
    if (attempt === focusedFor.current || problems.length === 0) return
    focusedFor.current = attempt
    element.current?.focus()
  }, [attempt, problems.length])
  if (problems.length === 0) return null
  return (
    <section className="error-summary" ref={element} tabIndex={-1} aria-labelledby={headingId}>
      <h2 id={headingId}>
        There is a problem
        {within ? <span className="visually-hidden"> in: {within}</span> : null}
      </h2>
      <ul>
        {problems.map(({ id, says }) => (
          <li key={`${id} ${says}`}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault()
                onGoTo(id)
              }}
            >
              {says}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
