import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventsStore } from '../src/audit/events-store.ts'
import type { AuditFilter } from '../src/contract.ts'
import type { Database } from '../src/postgres/client.ts'
import { auditAsked } from './audit-asked.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

const entries = 8_000
const mostRead = 500

let fresh: FreshDatabase

const id = (number: string, kind: string) =>
  `'"00000000-0000-7000-${kind}-' || lpad((${number})::text, 12, '0') || '"'`

/** Views and changes of 2,000 patients by 20 people; few of them refused, and few by the first person. */
const fill = `SELECT audit_append(array_agg(convert_to(
    '{"action":' || CASE WHEN n % 900 = 0 THEN '"export"' WHEN n % 3 = 0 THEN '"referral-changed"' ELSE '"patient-viewed"' END
    || ',"address":null,"on":null,"outcome":' || CASE WHEN n % 500 = 0 THEN '"refused"' ELSE '"done"' END
    || ',"patientId":' || ${id('n % 2000', '9000')} || ',"reason":null,"requestId":null,"ruleset":null,"sealed":null,"who":{"accountId":'
    || ${id('CASE WHEN n < 20 THEN 1 ELSE 2 + n % 20 END', '8000')} || ',"role":"surgeon","username":"a"}}', 'UTF8')),
  array_agg(NULL::bytea), array_agg(NULL::bytea)) FROM generate_series(1, ${entries}) AS n`

beforeAll(async () => {
  fresh = await freshDatabase()
  await fresh.owner.$executeRawUnsafe(`DO $$ BEGIN PERFORM (${fill}); END $$`)
  await fresh.owner.$executeRawUnsafe('ANALYZE "AuditEntry"')
})
afterAll(() => fresh.close())

const idOf = (kind: string, number: number) =>
  `00000000-0000-7000-${kind}-${String(number).padStart(12, '0')}`

const filters: Record<string, Partial<AuditFilter>> = {
  everything: {},
  'a patient': { patientId: idOf('9000', 7) },
  'what a person did with a patient': { patientId: idOf('9000', 7), person: idOf('8000', 9) },
  'a person who left long ago': { person: idOf('8000', 1) },
  nobody: { person: 'nobody' },
  exports: { group: 'taken-out' },
  'what never happened': { group: 'imports' },
  'what was refused': { outcome: 'refused' },
  'exports that failed': { outcome: 'failed', group: 'taken-out' },
  'a time that has not come': { from: '2099-01-01T00:00:00Z' },
  'a time long ago': { until: '2000-01-01T00:00:00Z', group: 'views' },
}

type Query = [text: string, ...values: unknown[]]

/** Gives the query by which a page is read. */
async function queryOf(filter: Partial<AuditFilter>): Promise<Query> {
  const asked: Query[] = []
  const watched = fresh.database.$extends({
    query: {
      $queryRawUnsafe: ({ args, query }) => {
        asked.push(args as Query)
        return query(args)
      },
    },
  }) as unknown as Database
  await eventsStore(watched).search({ ...auditAsked(filter), page: 'newest' })
  const page = asked.find(([text]) => text.includes('"displayName"'))
  if (!page) throw new Error('no page was read')
  return page
}

type Node = {
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Node[]
}

const readBy = (node: Node): number => {
  const own =
    node['Relation Name'] === 'AuditEntry'
      ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
      : 0
  return (node.Plans ?? []).reduce((sum, below) => sum + readBy(below), own)
}

async function entriesRead([text, ...values]: Query): Promise<number> {
  const [row] = await fresh.database.$queryRawUnsafe<[Record<'QUERY PLAN', [{ Plan: Node }]>]>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
    ...values,
  )
  return readBy(row['QUERY PLAN'][0].Plan)
}

it('A page of the log is read without reading the log, whatever is asked for', async () => {
  const tooMany: string[] = []
  for (const [what, filter] of Object.entries(filters)) {
    const read = await entriesRead(await queryOf(filter))
    if (read > mostRead) tooMany.push(`${what}: ${read}`)
  }
  expect(tooMany).toEqual([])
})
