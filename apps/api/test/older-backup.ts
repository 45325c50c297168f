import type { FreshDatabase } from './fresh-database.ts'

/** Takes the last entry away, as restoring an older backup does. */
export async function goBack({ owner }: FreshDatabase): Promise<void> {
  await owner.$transaction(async (database) => {
    for (const table of ['AuditEntry', 'AuditHead', 'AuditCheckpoint']) {
      await database.$executeRawUnsafe(`ALTER TABLE "${table}" DISABLE TRIGGER ALL`)
    }
    const last = await database.auditEntry.findFirstOrThrow({ orderBy: { sequence: 'desc' } })
    const { sequence, previous: hash } = last
    await database.auditEntry.delete({ where: { sequence } })
    await database.auditCheckpoint.deleteMany({ where: { size: sequence } })
    await database.auditHead.updateMany({ data: { sequence: sequence - 1n, hash } })
  })
}
