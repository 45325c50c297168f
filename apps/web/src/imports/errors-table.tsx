import type { FirstImportErrors, Import } from '@kyphoscreen/api/contract'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '../loaded.tsx'
import { errorsAddress, importApi } from './import-api.ts'
import { writeMany } from './wording.ts'

const Table = ({ errors, all }: { errors: FirstImportErrors['errors']; all: number }) => (
  <table className="import-table errors-table">
    <caption>
      {errors.length < all
        ? `The first ${errors.length} of ${writeMany(all, 'error')}`
        : writeMany(all, 'error')}
    </caption>
    <thead>
      <tr>
        <th scope="col" className="line-number">
          Line
        </th>
        <th scope="col">Column</th>
        <th scope="col">What is wrong</th>
      </tr>
    </thead>
    <tbody>
      {errors.map(({ line, column, reason }) => (
        <tr key={`${line} ${column} ${reason}`}>
          <th scope="row">
            <span className="narrow-only">Line </span>
            {line}
          </th>
          <td>{column === '' ? 'The whole line' : column}</td>
          <td>{reason}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** The first errors of an import by line and column, and the way to download them all. */
export function ErrorsTable({ one: { id, state, listedErrors } }: { one: Import }) {
  const query = useQuery({
    queryKey: ['import', id, 'errors', state],
    queryFn: () => importApi.firstErrors(id),
    enabled: listedErrors > 0,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (listedErrors === 0) return null
  return (
    <section className="stack-close" aria-labelledby="import-errors">
      <h3 id="import-errors">Rows that are refused</h3>
      <p>Correct them in the file, and import it again; rows that are here already are skipped.</p>
      <p>
        <a className="button" href={errorsAddress(id)} download="import-errors.csv">
          Download the errors as CSV
        </a>
      </p>
      <Loaded query={query} what="the errors">
        {({ errors }: FirstImportErrors) => <Table errors={errors} all={listedErrors} />}
      </Loaded>
    </section>
  )
}
