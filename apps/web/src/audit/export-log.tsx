import type { AuditExport } from '@kyphoscreen/api/contract'
import { useMutation } from '@tanstack/react-query'
import { explain } from '../failure.ts'
import { Failed } from '../ui/failed.tsx'
import { filterOf } from './asked-of-server.ts'
import { type AuditAsked, isNarrowed } from './audit-address.ts'
import { auditApi } from './audit-api.ts'

const names: Record<AuditExport['format'], string> = {
  csv: 'audit-log.csv',
  fhir: 'audit-log.ndjson',
}

function save(file: Blob, format: AuditExport['format']) {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = names[format]
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Takes out the entries that are looked at, or the whole log to be checked elsewhere. */
export function ExportLog({ asked }: { asked: AuditAsked }) {
  const file = useMutation({
    mutationFn: (format: AuditExport['format']) => auditApi.file(filterOf(asked), format),
    onSuccess: save,
  })
  const busy = file.isPending
  const button = (format: AuditExport['format'], says: string) => (
    <button
      type="button"
      className="button"
      aria-disabled={busy || undefined}
      onClick={() => (busy ? undefined : file.mutate(format))}
    >
      {busy && file.variables === format ? 'Exporting…' : says}
    </button>
  )
  return (
    <section className="stack-close no-print" aria-labelledby="export-log">
      <h2 id="export-log">Export</h2>
      <p className="fine">
        {isNarrowed(asked) ? 'The entries that this list is narrowed to' : 'Every entry'}, without
        the sealed details. The export is an entry of the log itself.
      </p>
      <div className="actions">
        {button('csv', 'Export as CSV')}
        {button('fhir', 'Export as FHIR AuditEvents')}
        <a className="button" href="/api/audit/log" download>
          Whole log, to be checked offline
        </a>
        <span role="status" className="fine">
          {file.isSuccess ? 'Exported.' : ''}
        </span>
      </div>
      {file.isError ? <Failed heading="Not exported" says={explain(file.error)} /> : null}
    </section>
  )
}
