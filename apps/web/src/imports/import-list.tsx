import type { Import, Imports } from '@kyphoscreen/api/contract'
import { Link } from 'react-router'
import { writeInstant } from '../instant.ts'
import { Loaded } from '../loaded.tsx'
import { useImports } from './use-import.ts'
import { importStateWords, isRunning, percentOf, writeBytes, writeMany } from './wording.ts'

const rowsOf = ({ state, counts }: Import) => {
  if (counts === null || !['done', 'importing'].includes(state)) return ''
  return `: ${writeMany(counts.imported, 'referral')}, ${writeMany(counts.refused, 'row')} refused`
}

const Entry = ({ one }: { one: Import }) => (
  <li>
    <Link to={`/imports/${one.id}`}>
      {one.format === 'csv' ? 'CSV' : 'NDJSON'}, {writeBytes(one.bytes)},{' '}
      {writeInstant(one.createdAt)}
    </Link>
    <p className="fine">
      {importStateWords[one.state]}
      {isRunning(one) ? ` (${percentOf(one.read, one.bytes)} %)` : ''}
      {rowsOf(one)}. Uploaded by {one.createdBy.displayName}.
    </p>
  </li>
)

/** The newest imports; one that still waits or runs is gone on with by opening it. */
export function ImportList() {
  const query = useImports()
  return (
    <section className="stack-close" aria-labelledby="imports-so-far">
      <h2 id="imports-so-far">Imports so far</h2>
      <Loaded query={query} what="the imports">
        {({ imports }: Imports) =>
          imports.length === 0 ? (
            <p className="empty">Nothing has been imported yet.</p>
          ) : (
            <ul className="import-list">
              {imports.map((one) => (
                <Entry key={one.id} one={one} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}
