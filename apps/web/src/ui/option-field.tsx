import type { UseFormRegisterReturn } from 'react-hook-form'
import type { Option } from './choice.tsx'
import { describedBy, FieldBox, type FieldTexts } from './field.tsx'

type OptionFieldProps = FieldTexts & {
  id: string
  label: string
  field: UseFormRegisterReturn
  options: readonly Option[]
}

/** A list to choose one from. */
export function OptionField({ id, label, field, options, ...texts }: OptionFieldProps) {
  return (
    <FieldBox id={id} label={label} {...texts}>
      <select
        {...field}
        id={id}
        className="input select"
        aria-invalid={texts.error ? true : undefined}
        aria-describedby={describedBy(id, texts)}
      >
        {options.map(({ value, label: says }) => (
          <option key={value} value={value}>
            {says}
          </option>
        ))}
      </select>
    </FieldBox>
  )
}
