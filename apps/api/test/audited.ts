import { AuditEvent } from '../src/audit/entry.ts'
import type { RunningApp } from './running-app.ts'

/** An entry as the log has it: its event, its event's bytes as text, and the details that it seals. */
export type Entry = { sequence: bigint; event: AuditEvent; text: string; details: unknown }

/** Gives the number of the last entry. */
export const lastEntry = async ({ owner }: Pick<RunningApp, 'owner'>): Promise<bigint> =>
  (await owner.auditHead.findFirstOrThrow()).sequence

/** Gives the entries after a number, in order. */
export async function entriesAfter(
  { owner }: Pick<RunningApp, 'owner'>,
  sequence: bigint,
): Promise<Entry[]> {
  const rows = await owner.auditEntry.findMany({
    where: { sequence: { gt: sequence } },
    orderBy: { sequence: 'asc' },
    include: { detail: true },
  })
  return rows.map((row) => {
    const text = Buffer.from(row.bytes).toString()
    const sealed = row.detail?.details
    const details: unknown = sealed ? JSON.parse(Buffer.from(sealed).toString()) : null
    return { sequence: row.sequence, event: AuditEvent.parse(JSON.parse(text)), text, details }
  })
}

/** Does something and gives what the log was told meanwhile. */
export async function toldBy(
  running: Pick<RunningApp, 'owner'>,
  act: () => Promise<unknown>,
): Promise<Entry[]> {
  const before = await lastEntry(running)
  await act()
  return entriesAfter(running, before)
}
