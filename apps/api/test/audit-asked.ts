import type { Actor, NewEntry } from '../src/audit/entry.ts'
import type {
  AuditEntryRead,
  AuditFiguresAsked,
  AuditFilter,
  AuditPage,
  AuditSearch,
} from '../src/contract.ts'
import type { RunningApp } from './running-app.ts'

/** A filter of the log that is open but for what is given. */
export const auditAsked = (given: Partial<AuditFilter> = {}): AuditFilter => ({
  patientId: null,
  person: null,
  group: null,
  outcome: null,
  from: null,
  until: null,
  ...given,
})

/** Figures of everything but for what is given. */
export const figuresAsked = (given: Partial<AuditFiguresAsked> = {}): AuditFiguresAsked => ({
  from: null,
  until: null,
  rulesetVersion: null,
  outcome: null,
  referrer: null,
  surgeonId: null,
  ...given,
})

/** An admin who reads the log of a running app, and a surgeon whose entries can be written into it. */
export type Reading = {
  running: RunningApp
  admin: string
  surgeon: string
  surgeonId: string
  note: (entry: NewEntry, by?: Actor) => Promise<void>
  search: (filter: Partial<AuditFilter>, page?: AuditSearch['page']) => Promise<AuditPage>
  read: (sequence: number) => Promise<AuditEntryRead>
}

/** Signs both in to a running app. */
export async function readingOf(running: RunningApp): Promise<Reading> {
  const admin = await running.signIn('admin')
  const surgeon = await running.signIn('surgeon')
  const account = await running.owner.account.findUniqueOrThrow({ where: { username: 'surgeon' } })
  const who = { accountId: account.id, username: 'surgeon', role: 'surgeon' as const }
  const bySurgeon: Actor = { who, address: '10.1.2.3', requestId: 'a-request' }
  return {
    running,
    admin,
    surgeon,
    surgeonId: account.id,
    note: (entry, by = bySurgeon) => running.app.audit.journal.note(by, entry),
    search: async (filter, page = 'newest') => {
      const body = { ...auditAsked(filter), page }
      return (await running.send('POST', '/api/audit/search', { as: admin, body })).json()
    },
    read: async (sequence) =>
      (await running.send('GET', `/api/audit/entries/${sequence}`, { as: admin })).json(),
  }
}
