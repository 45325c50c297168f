import { SearchIcon } from '../ui/icons.tsx'

type PatientSearchProps = {
  id: string
  /** What was searched for last. */
  text: string
  onSearch: (text: string) => void
  hint?: string
  /** True where searching is what the page is for. */
  isFirst?: boolean
  className?: string
}

/** The field in which a patient is searched for by MRN or name. */
export function PatientSearch({
  id,
  text,
  onSearch,
  hint,
  isFirst,
  className,
}: PatientSearchProps) {
  return (
    <search>
      <form
        className={className}
        onSubmit={(event) => {
          event.preventDefault()
          onSearch(String(new FormData(event.currentTarget).get('text') ?? '').trim())
        }}
      >
        <label className="field-label" htmlFor={id}>
          MRN or name
        </label>
        {hint === undefined ? null : (
          <p className="field-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <div className="with-unit">
          <input
            className="input"
            id={id}
            name="text"
            type="search"
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            defaultValue={text}
            aria-describedby={hint === undefined ? undefined : `${id}-hint`}
            // biome-ignore lint/a11y/noAutofocus: searching is what the page is for
            autoFocus={isFirst}
          />
          <button type="submit" className="button button-main">
            <SearchIcon /> Find
          </button>
        </div>
      </form>
    </search>
  )
}
