import type { InputHTMLAttributes } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { describedBy, FieldBox, type FieldTexts } from './field.tsx'

type TextFieldProps = FieldTexts & {
  id: string
  label: string
  field: UseFormRegisterReturn
  unit?: string | undefined
  input?: InputHTMLAttributes<HTMLInputElement>
}

/** A line of text or a number, with its unit beside it. */
export function TextField({ id, label, field, unit, input, ...texts }: TextFieldProps) {
  return (
    <FieldBox id={id} label={unit ? `${label} (${unit})` : label} {...texts}>
      <div className="with-unit">
        <input
          className="input"
          type="text"
          autoComplete="off"
          {...input}
          {...field}
          id={id}
          aria-invalid={texts.error ? true : undefined}
          aria-describedby={describedBy(id, texts)}
        />
        {unit ? (
          <span className="unit" aria-hidden="true">
            {unit}
          </span>
        ) : null}
      </div>
    </FieldBox>
  )
}

type TextAreaProps = FieldTexts & {
  id: string
  label: string
  field: UseFormRegisterReturn
  rows?: number
}

/** A few lines of text. */
export function TextArea({ id, label, field, rows = 2, ...texts }: TextAreaProps) {
  return (
    <FieldBox id={id} label={label} wide {...texts}>
      <textarea
        {...field}
        id={id}
        className="input"
        rows={rows}
        aria-invalid={texts.error ? true : undefined}
        aria-describedby={describedBy(id, texts)}
      />
    </FieldBox>
  )
}
