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

type SelectFieldProps = Omit<TextAreaProps, 'rows'> & {
  groups: Readonly<Record<string, readonly string[]>>
}

/** A list to choose one from, in groups. */
export function SelectField({ id, label, field, groups, ...texts }: SelectFieldProps) {
  return (
    <FieldBox id={id} label={label} {...texts}>
      <select
        {...field}
        id={id}
        className="input select"
        aria-invalid={texts.error ? true : undefined}
        aria-describedby={describedBy(id, texts)}
      >
        <option value="">Choose…</option>
        {Object.entries(groups).map(([name, values]) => (
          <optgroup key={name} label={name}>
            {values.map((value) => (
              <option key={value}>{value}</option>
            ))}
          </optgroup>
        ))}
      </select>
    </FieldBox>
  )
}
