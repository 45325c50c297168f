import type { FreshDatabase } from './fresh-database.ts'

/** Sums up each table but that of checkpoints, which may be signed at any time: two sums are equal when nothing has changed. */
export async function storedSums({ owner }: Pick<FreshDatabase, 'owner'>): Promise<unknown> {
  const tables = await owner.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> 'AuditCheckpoint' ORDER BY 1`
  const sums = tables.map(
    ({ name }) => `SELECT '${name}' AS name, md5(string_agg(t::text, ',' ORDER BY t::text)) AS sum
      FROM "${name}" AS t`,
  )
  return owner.$queryRawUnsafe(sums.join(' UNION ALL '))
}
