import {
  AuditEntryRead,
  type AuditExport,
  AuditFigures,
  type AuditFiguresAsked,
  AuditFiguresChoices,
  type AuditFiguresExport,
  type AuditFilter,
  AuditIntegrity,
  AuditPage,
  AuditPeople,
  type AuditSearch,
  type FiguresTable,
} from '@kyphoscreen/api/contract'
import { request, requestFile } from '../request.ts'

/** The server’s routes of the log; what is searched for travels in the body. */
export const auditApi = {
  search: (body: AuditSearch) => request('POST', '/audit/search', AuditPage, { body, reads: true }),
  entry: (sequence: string) => request('GET', `/audit/entries/${sequence}`, AuditEntryRead),
  people: () => request('GET', '/audit/people', AuditPeople),
  integrity: () => request('GET', '/audit/integrity', AuditIntegrity, { watches: true }),
  figures: (body: AuditFiguresAsked) =>
    request('POST', '/audit/figures', AuditFigures, { body, reads: true }),
  figuresChoices: () => request('GET', '/audit/figures/choices', AuditFiguresChoices),
  figuresFile: (asked: AuditFiguresAsked, table: FiguresTable) =>
    requestFile('/audit/figures/export', { asked, table } satisfies AuditFiguresExport),
  verify: () => request('POST', '/audit/verify', AuditIntegrity),
  file: (filter: AuditFilter, format: AuditExport['format']) =>
    requestFile('/audit/export', { ...filter, format } satisfies AuditExport),
}
