import type { UseFormRegisterReturn } from 'react-hook-form'
import type { Option } from './choice.tsx'
import { describedBy, FieldBox, type FieldTexts } from './field.tsx'

type OptionFieldProps = FieldTexts & {
  id: string
  label: string
  field: UseFormRegisterReturn
  options: readonly Option[]
  /** Further options, under a heading each. */
  groups?: readonly { heading: string; options: readonly Option[] }[]
}

const Options = ({ of }: { of: readonly Option[] }) =>
  of.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))

/** A list to choose one from. */
export function OptionField(props: OptionFieldProps) {
  const { id, label, field, options, groups = [], ...texts } = props
  return (
    <FieldBox id={id} label={label} {...texts}>
      <select
        {...field}
        id={id}
        className="input select"
        aria-invalid={texts.error ? true : undefined}
        aria-describedby={describedBy(id, texts)}
      >
        <Options of={options} />
        {groups.map(({ heading, options: within }) => (
          <optgroup key={heading} label={heading}>
            <Options of={within} />
          </optgroup>
        ))}
      </select>
    </FieldBox>
  )
}
