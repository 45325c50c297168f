import { useRef } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { describedBy, FieldBox, type FieldTexts } from './field.tsx'
import { CalendarIcon } from './icons.tsx'

type DayFieldProps = FieldTexts & {
  id: string
  label: string
  field: UseFormRegisterReturn
  /** The day typed so far as `YYYY-MM-DD`, where the picker opens. */
  picked: string | undefined
  latest?: string | undefined
  onPick: (day: string) => void
}

/** A date to be typed, with the browser's own picker beside it. */
export function DayField({ id, label, field, picked, latest, onPick, ...texts }: DayFieldProps) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <FieldBox id={id} label={label} {...texts}>
      <div className="day-field">
        <input
          {...field}
          id={id}
          className="input input-day"
          type="text"
          inputMode="text"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={texts.error ? true : undefined}
          aria-describedby={describedBy(id, texts)}
        />
        <button
          type="button"
          className="button button-icon"
          aria-label={`Pick ${label} from a calendar`}
          onClick={() => picker.current?.showPicker()}
        >
          <CalendarIcon />
        </button>
        <input
          ref={picker}
          className="day-picker"
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={picked ?? ''}
          max={latest}
          onChange={(event) => onPick(event.target.value)}
        />
      </div>
    </FieldBox>
  )
}
