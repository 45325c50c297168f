import { useId } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { FieldError } from '../ui/field.tsx'

type RowFieldProps = { form: string; label: string; field: UseFormRegisterReturn }

type RowTextProps = RowFieldProps & { hint: string; error: string | undefined }

/** A text in a cell. */
export function RowText({ form, label, field, hint, error }: RowTextProps) {
  const id = useId()
  return (
    <>
      <FieldError id={id} error={error} />
      <input
        {...field}
        form={form}
        id={id}
        className="input"
        aria-label={label}
        placeholder={hint}
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
    </>
  )
}

type RowPickProps = RowFieldProps & { options: readonly (readonly [string, string])[] }

/** A list to choose from in a cell. */
export const RowPick = ({ form, label, field, options }: RowPickProps) => (
  <select {...field} form={form} className="input select" aria-label={label}>
    {options.map(([value, words]) => (
      <option key={value} value={value}>
        {words}
      </option>
    ))}
  </select>
)
