import type { ReactNode } from 'react'

/** The texts that belong to a field: a hint, a calm note about what was typed, and an error. */
export type FieldTexts = { hint?: ReactNode; note?: ReactNode; error?: string | undefined }

/** Gives the ids of the texts that describe a field, for `aria-describedby`. */
export function describedBy(id: string, { hint, note, error }: FieldTexts): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`, note && `${id}-note`].filter(Boolean)
  return ids.length === 0 ? undefined : ids.join(' ')
}

/** Shows an error beside its field. */
export const FieldError = ({ id, error }: { id: string; error: string | undefined }) =>
  error ? (
    <p className="field-error" id={`${id}-error`}>
      <span className="visually-hidden">Error: </span>
      {error}
    </p>
  ) : null

type FieldBoxProps = FieldTexts & {
  id: string
  label: string
  wide?: boolean
  children: ReactNode
}

/** A labelled field with its hint, error and note. */
export function FieldBox({ id, label, hint, note, error, wide, children }: FieldBoxProps) {
  return (
    <div className={`field${wide ? ' field-wide' : ''}${error ? ' field-wrong' : ''}`}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldError id={id} error={error} />
      {children}
      {note ? (
        <p className="field-note" id={`${id}-note`}>
          {note}
        </p>
      ) : null}
    </div>
  )
}
