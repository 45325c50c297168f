import type { AuditIntegrity } from '@kyphoscreen/api/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { explain } from '../failure.ts'
import { Loaded } from '../loaded.tsx'
import { Failed } from '../ui/failed.tsx'
import { Notice } from '../ui/notice.tsx'
import { auditApi } from './audit-api.ts'
import { whatToDo, writeChecked, writeFault, writeSigned } from './integrity-words.ts'

const integrityKey = ['audit-integrity'] as const
const lookAgainMs = 1_500

const AtFault = ({ fault }: Pick<AuditIntegrity, 'fault'>) =>
  fault === null ? null : (
    <Notice tone="failure" heading="The log is not as it was written">
      <p>{writeFault(fault)}</p>
      <p>{whatToDo}</p>
    </Notice>
  )

const How = () => (
  <details className="no-print">
    <summary>How this is known</summary>
    <p className="fine">
      Each entry carries a hash over itself and the entry before it. Every minute, or every hundred
      entries, the hashes of all entries are summed up in a checkpoint, signed with a key that is
      not in the database and kept outside it. A check reads every entry and compares it with every
      checkpoint, so that a change shows even when whoever made it worked the hashes out again. What
      happened since the last checkpoint rests on the database alone.
    </p>
  </details>
)

const notFinished =
  'The last check could not be finished. Try again; if it stays, tell whoever runs Kyphoscreen.'

function Known({ integrity }: { integrity: AuditIntegrity }) {
  const queries = useQueryClient()
  const verify = useMutation({
    mutationFn: auditApi.verify,
    onSuccess: (begun) => queries.setQueryData(integrityKey, begun),
  })
  const checking = integrity.checking || verify.isPending
  return (
    <>
      <AtFault fault={integrity.fault} />
      <p>{writeChecked(integrity)}</p>
      <p>{writeSigned(integrity)}</p>
      <div className="actions">
        <button
          type="button"
          className="button"
          aria-disabled={checking || undefined}
          onClick={() => (checking ? undefined : verify.mutate())}
        >
          {checking ? 'Checking…' : 'Check the whole log'}
        </button>
        <span role="status" className="fine">
          {checking ? 'Checking every entry; this page can be left meanwhile.' : ''}
        </span>
      </div>
      {integrity.unfinished && !checking ? (
        <Failed heading="Not checked" says={notFinished} />
      ) : null}
      {verify.isError ? <Failed heading="Not checked" says={explain(verify.error)} /> : null}
      <How />
    </>
  )
}

/** How far the log can be relied on, calmly while it is whole. */
export function IntegrityPanel() {
  const integrity = useQuery({
    queryKey: integrityKey,
    queryFn: auditApi.integrity,
    refetchInterval: ({ state }) => (state.data?.checking ? lookAgainMs : false),
  })
  return (
    <section className="card" aria-labelledby="integrity">
      <h2 id="integrity">Can the log be relied on</h2>
      <Loaded query={integrity} what="what is known of the log">
        {(read) => <Known integrity={read} />}
      </Loaded>
    </section>
  )
}
