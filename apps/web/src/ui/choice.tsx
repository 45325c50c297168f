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
  const wide = several || options.length > 3
  // Leaving an unanswered group is no answer; the library would turn its entry into null.
  const { onBlur: _, ...registered } = field
  return (
    <fieldset
      className={`field choice${wide ? ' field-wide' : ''}${error ? ' field-wrong' : ''}`}
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
            <input type={several ? 'checkbox' : 'radio'} value={value} {...registered} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
