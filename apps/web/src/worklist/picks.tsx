import { useId } from 'react'

type PickedProps = {
  label: string
  value: string
  options: readonly (readonly [value: string, words: string])[]
  onPick: (value: string) => void
}

/** One of a list, taken at once. */
export function Picked({ label, value, options, onPick }: PickedProps) {
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input select"
        value={value}
        onChange={(event) => onPick(event.target.value)}
      >
        {options.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

type SeveralProps<Name extends string> = {
  legend: string
  words: Readonly<Record<Name, string>>
  chosen: readonly Name[]
  onChoose: (chosen: Name[]) => void
}

/** Any number of a few, taken at once; none means all. */
export function Several<Name extends string>({
  legend,
  words,
  chosen,
  onChoose,
}: SeveralProps<Name>) {
  const names = Object.keys(words) as Name[]
  return (
    <fieldset className="field">
      <legend className="field-label">{legend}</legend>
      <div className="options">
        {names.map((name) => (
          <label className="option" key={name}>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={({ target }) =>
                onChoose(
                  names.filter((one) => (one === name ? target.checked : chosen.includes(one))),
                )
              }
            />
            <span>{words[name]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
