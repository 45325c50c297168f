import { ruleset } from '@kyphoscreen/rules'
import { RulesTable } from './rules-table.tsx'
import { SourcesOf } from './sources-of.tsx'

const { policy, redFlags, cautions, advisories, conflicts, limits } = ruleset

/** Every number the rules use, marked as a source's or the clinic's own. */
export const NumbersPart = () => (
  <section className="card" aria-labelledby="numbers">
    <h2 id="numbers">Numbers</h2>
    <RulesTable
      caption="Policy numbers"
      heads={['Number', 'Meaning', 'Origin', 'Source']}
      rows={policy.map(({ name, value, unit, means, origin, sources }) => ({
        id: name,
        name: `${value} ${unit}`,
        cells: [
          means,
          <b key="origin" className="rules-origin" data-origin={origin}>
            {origin}
          </b>,
          <SourcesOf key="sources" of={sources} />,
        ],
      }))}
    />
  </section>
)

/** Where the two pages differ, and what is done about it. */
export const ConflictsPart = () => (
  <section className="card" aria-labelledby="conflicts">
    <h2 id="conflicts">Where the sources differ</h2>
    <ul className="rules-list">
      {conflicts.map(({ id, says, sources }) => (
        <li key={id}>
          {says} <SourcesOf of={sources} />
        </li>
      ))}
    </ul>
  </section>
)

/** What goes to the surgeon whatever the criteria say, what is weighed, and what is only kept in mind. */
export const RemarksPart = () => (
  <section className="card" aria-labelledby="remarks">
    <h2 id="remarks">Red flags, cautions, advisories</h2>
    <h3>Red flags: to the surgeon whenever one is recorded</h3>
    <ul className="rules-list">
      {redFlags.map(({ fact, says, urgent }) => (
        <li key={fact}>
          {says} {urgent ? <b>Urgent.</b> : null}
        </li>
      ))}
    </ul>
    <h3>Cautions: for the surgeon to weigh, never an exclusion</h3>
    <ul className="rules-list">
      {cautions.map(({ id, says }) => (
        <li key={id}>{says}</li>
      ))}
    </ul>
    <h3>Advisories: to keep in mind; they change no outcome</h3>
    <ul className="rules-list">
      {advisories.map(({ id, says, sources }) => (
        <li key={id}>
          {says} <SourcesOf of={sources} />
        </li>
      ))}
    </ul>
  </section>
)

/** What this screening cannot know or prove. */
export const LimitsPart = () => (
  <section className="card" aria-labelledby="limits">
    <h2 id="limits">What this cannot know or prove</h2>
    <ul className="rules-list">
      {limits.map(({ id, says }) => (
        <li key={id}>{says}</li>
      ))}
    </ul>
  </section>
)
