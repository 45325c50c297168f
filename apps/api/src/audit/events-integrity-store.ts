import type { AuditIntegrity } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import type { Checked } from './check-log.ts'
import type { Actor } from './entry.ts'
import type { IntegrityKept } from './integrity.ts'
import type { Journal } from './journal.ts'

type Settings = {
  integrity: IntegrityKept
  check: () => Promise<Checked>
  journal: Journal
  copies: number
  tellFailure: (error: unknown) => void
}

const signedLast = async (database: Database): Promise<AuditIntegrity['signed']> => {
  const last = await database.auditCheckpoint.findFirst({ orderBy: { size: 'desc' } })
  return last && { size: Number(last.size), at: last.at.toISOString() }
}

/** The log itself tells when it was last checked as a whole, by whom, and up to which entry it was right. */
const checkedLast = async (database: Database): Promise<AuditIntegrity['checked']> => {
  const last = await database.auditEntry.findFirst({
    where: { action: 'audit-verified', outcome: 'done', onKind: 'log' },
    orderBy: { sequence: 'desc' },
  })
  return last && { size: Number(last.onId), at: last.at.toISOString() }
}

/** How far the log can be relied on, and the check of all of it, which one process makes one at a time. */
export function integrityStore(database: Database, settings: Settings) {
  const { integrity, check, journal, copies, tellFailure } = settings
  let underWay: Promise<void> | undefined
  let unfinished = false

  const checkAndTell = async (by: Actor) => {
    unfinished = false
    const { size, fault } = await check()
    await journal.note(by, {
      action: 'audit-verified',
      on: { kind: 'log', id: String(size) },
      outcome: fault ? 'failed' : 'done',
      reason: fault?.what ?? null,
    })
  }

  const read = async (): Promise<AuditIntegrity> => {
    const checking = underWay !== undefined
    const [head, signed, checked] = await Promise.all([
      database.auditHead.findFirstOrThrow(),
      signedLast(database),
      checkedLast(database),
    ])
    const { fault } = integrity.known()
    const entries = Number(head.sequence)
    return { entries, signed, checked, checking, unfinished, fault, copies }
  }

  return {
    read,

    /** Begins a check of the whole log, unless one is under way. */
    verify(by: Actor): Promise<AuditIntegrity> {
      underWay ??= checkAndTell(by)
        .catch((error: unknown) => {
          unfinished = true
          tellFailure(error)
        })
        .finally(() => {
          underWay = undefined
        })
      return read()
    },

    /** Settles when no check is under way any more. */
    settled: async (): Promise<void> => underWay,
  }
}

export type IntegrityStore = ReturnType<typeof integrityStore>
