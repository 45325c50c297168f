import type { AuditPeople } from '@kyphoscreen/api/contract'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '../loaded.tsx'
import { auditApi } from './audit-api.ts'

/** Everybody who has or had an account, as the log is asked for them. */
export const usePeopleOfLog = () =>
  useQuery({ queryKey: ['audit-people'], queryFn: auditApi.people, staleTime: 60_000 })

type People = AuditPeople['people']

/** Names a person of the log, `Dr Invented (surgeon, signs in as surgeon)`. */
export const writePerson = ({ displayName, role, username }: People[number]): string =>
  `${displayName} (${role}, signs in as ${username})`

const Options = ({ people }: { people: People }) =>
  people.map((person) => (
    <option key={person.id} value={person.id}>
      {writePerson(person)}
    </option>
  ))

type WhatDidProps = { person: string | null; onAsk: (person: string | null) => void }

function Form({ people, person, onAsk }: WhatDidProps & { people: People }) {
  const gone = people.filter(({ inUse }) => !inUse)
  return (
    <form
      key={person}
      onSubmit={(event) => {
        event.preventDefault()
        const chosen = String(new FormData(event.currentTarget).get('person') ?? '')
        onAsk(chosen === '' ? null : chosen)
      }}
    >
      <label className="field-label" htmlFor="audit-person">
        Person
      </label>
      <div className="with-unit">
        <select
          id="audit-person"
          name="person"
          className="input select"
          defaultValue={person ?? ''}
        >
          <option value="">Everybody</option>
          <Options people={people.filter(({ inUse }) => inUse)} />
          {gone.length === 0 ? null : (
            <optgroup label="No longer in use">
              <Options people={gone} />
            </optgroup>
          )}
          <option value="nobody">Nobody signed in, or the server itself</option>
        </select>
        <button type="submit" className="button button-main">
          Show
        </button>
      </div>
    </form>
  )
}

/** The second way in: chooses a person, and leads to what that person did. */
export function WhatDid(props: WhatDidProps) {
  const people = usePeopleOfLog()
  return (
    <section className="card" aria-labelledby="what-did">
      <h2 id="what-did">What did this person do</h2>
      <Loaded query={people} what="the people">
        {(read) => <Form {...props} people={read.people} />}
      </Loaded>
    </section>
  )
}
