import { appendEntry } from '../audit/append.ts'
import type { Actor } from '../audit/entry.ts'
import type { ClinicSettings, NewClinicSettings } from '../contract.ts'
import { blindFirstKey } from '../decisions/blind-first.ts'
import type { Transaction } from '../idempotency/once.ts'
import type { Database } from '../postgres/client.ts'

const asTheyCome: ClinicSettings = { blindFirst: false, changed: null }

async function readSettings(database: Transaction): Promise<ClinicSettings> {
  const row = await database.clinicSetting.findUnique({
    where: { key: blindFirstKey },
    include: { changedBy: { select: { displayName: true, role: true } } },
  })
  if (!row) return asTheyCome
  const changed = { at: row.changedAt.toISOString(), by: row.changedBy }
  return { blindFirst: row.value === true, changed }
}

/** How the clinic has chosen to work. */
export const settingsStore = (database: Database, clock: () => Date) => ({
  /** Gives the settings as they are. */
  read: (): Promise<ClinicSettings> => readSettings(database),

  /** Changes the settings and writes down from what to what; what is so already stays untouched. */
  change: (asked: NewClinicSettings, by: Actor, accountId: string): Promise<ClinicSettings> =>
    database.$transaction(async (transaction) => {
      const { blindFirst: before } = await readSettings(transaction)
      if (before !== asked.blindFirst) {
        const set = { value: asked.blindFirst, changedById: accountId, changedAt: clock() }
        await transaction.clinicSetting.upsert({
          where: { key: blindFirstKey },
          create: { key: blindFirstKey, ...set },
          update: set,
        })
        await appendEntry(transaction, by, {
          action: 'setting-changed',
          on: { kind: 'setting', id: blindFirstKey },
          details: { before, after: asked.blindFirst },
        })
      }
      return readSettings(transaction)
    }),
})

export type SettingsStore = ReturnType<typeof settingsStore>
