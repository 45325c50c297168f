import { startTestPostgres } from '../apps/api/test/postgres.ts'

/** Playwright's global set-up: one PostgreSQL for all workers, each of which copies the migrated template. */
export default async function startPostgres(): Promise<() => Promise<void>> {
  const { serverUrl, templateName, stop } = await startTestPostgres()
  process.env['E2E_SERVER_URL'] = serverUrl
  process.env['E2E_TEMPLATE'] = templateName
  return stop
}
