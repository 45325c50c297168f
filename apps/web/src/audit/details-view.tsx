import type { AuditDetails } from '@kyphoscreen/api/contract'
import { Notice } from '../ui/notice.tsx'
import { Table } from '../ui/table.tsx'
import { type Change, readDetails, type Told } from './write-details.ts'

const heads = ['What', 'Before', 'After']

const Changes = ({ changes }: { changes: readonly Change[] }) => (
  <Table className="audit-changes" caption="What was changed" heads={heads}>
    {changes.map(({ name, before, after }) => (
      <tr key={name} data-changed={before === after ? undefined : true}>
        <th scope="row">{name}</th>
        <td>{before}</td>
        <td>{after}</td>
      </tr>
    ))}
  </Table>
)

/** Values by name. */
export const ToldList = ({ told }: { told: readonly Told[] }) => (
  <dl className="facts">
    {told.map(({ name, value }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

const Kept = ({ told }: { told: unknown }) => {
  const { changes, rest } = readDetails(told)
  return (
    <>
      {changes.length === 0 ? null : <Changes changes={changes} />}
      {rest.length === 0 ? null : <ToldList told={rest} />}
    </>
  )
}

const brokenSeal =
  'These details are not those that were sealed when the entry was written. Do not rely on them, and check the whole log.'

/** What an entry seals: what was changed from what to what, or what was asked; or that it was erased. */
export function DetailsView({ details }: { details: AuditDetails }) {
  switch (details.state) {
    case 'none':
      return <p className="fine">This entry has no details beyond what stands above.</p>
    case 'erased':
      return (
        <p>
          The details were erased. The entry itself stands, and the chain of the log stays whole
          without them.
        </p>
      )
    case 'kept':
      return (
        <>
          {details.holds ? (
            <p className="fine">The seal holds: these are the details as they were written.</p>
          ) : (
            <Notice tone="failure" heading="The seal does not hold">
              {brokenSeal}
            </Notice>
          )}
          <Kept told={details.told} />
        </>
      )
  }
}
