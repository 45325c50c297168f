import type { UseFormRegisterReturn } from 'react-hook-form'
import { describedBy, FieldError, type FieldTexts } from './field.tsx'

export type Option = { value: string; label: string }

type ChoiceProps = Pick<FieldTexts, 'hint' | 'error'> & {
  id: string
  legend: string
  options: readonly Option[]
  /** One answer (radio buttons) or any number (tick boxes). */
  several?: boolean
  field: UseFormRegisterReturn
}

/** A question with its answers side by side; none is chosen beforehand. */
export function Choice({ id, legend, options, several = false, field, hint, error }: ChoiceProps) {
  return (
    <fieldset
      className={error ? 'field choice field-wrong' : 'field choice'}
      id={id}
      aria-describedby={describedBy(id, { hint, error })}
    >
      <legend className="field-label">{legend}</legend>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldError id={id} error={error} />
      <div className="options">
        {options.map(({ value, label }) => (
          <label className="option" key={value} data-quiet={value === 'not-recorded' || undefined}>
            <input type={several ? 'checkbox' : 'radio'} value={value} {...field} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
