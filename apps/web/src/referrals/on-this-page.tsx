import { goTo } from '../ui/go-to.ts'

const parts = [
  ['add-evidence', 'Add evidence'],
  ['facts', 'Facts'],
  ['reply', 'Reply'],
  ['documents', 'Documents'],
  ['tasks', 'Tasks'],
  ['notes', 'Notes'],
  ['history', 'History'],
] as const

const onlyToChange = new Set<string>(['add-evidence', 'reply'])

function open(id: string) {
  const details = document.querySelector<HTMLDetailsElement>(`#${id} > details`)
  if (details) details.open = true
  goTo(id)
}

/** Leads to the parts of the page, so that nobody has to tab through all of it. */
export const OnThisPage = ({ mayChange }: { mayChange: boolean }) => (
  <nav className="on-this-page" aria-label="On this page">
    {parts
      .filter(([id]) => mayChange || !onlyToChange.has(id))
      .map(([id, words]) => (
        <a
          key={id}
          href={`#${id}`}
          onClick={(event) => {
            event.preventDefault()
            open(id)
          }}
        >
          {words}
        </a>
      ))}
  </nav>
)
