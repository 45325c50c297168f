import type { AuditPage, AuditSearch } from '@kyphoscreen/api/contract'

type Page = AuditSearch['page']

type AuditPagesProps = { read: AuditPage; onGo: (page: Page) => void }

/** Leads to the newest entries, and to those newer and older than the ones that are shown. */
export function AuditPages({ read: { newer, older }, onGo }: AuditPagesProps) {
  const ways: [string, Page | null][] = [
    ['Newest', newer === null ? null : 'newest'],
    ['Newer', newer === null ? null : { newerThan: newer }],
    ['Older', older === null ? null : { olderThan: older }],
  ]
  return (
    <nav className="pages" aria-label="Pages of the log">
      {ways.map(([name, page]) => (
        <button
          key={name}
          type="button"
          className="button"
          aria-disabled={page === null || undefined}
          onClick={() => (page === null ? undefined : onGo(page))}
        >
          {name}
          <span className="visually-hidden"> entries</span>
        </button>
      ))}
    </nav>
  )
}
