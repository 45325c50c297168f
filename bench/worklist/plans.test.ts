import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Prisma } from '../../apps/api/generated/prisma/client.ts'
import { buildApp } from '../../apps/api/src/app.ts'
import type { Database } from '../../apps/api/src/postgres/client.ts'
import { type FreshDatabase, freshDatabase } from '../../apps/api/test/fresh-database.ts'
import { throwAwayFolder } from '../../apps/api/test/throw-away-folder.ts'
import { fill, owners, password } from './fill.ts'
import { everyRequest } from './requests.ts'

const openReferrals = 10_000
const large = ['Referral', 'Patient', 'Evidence', 'ReferralEvent']

let audit: string
let fresh: FreshDatabase

beforeAll(async () => {
  audit = await throwAwayFolder('test')
  fresh = await freshDatabase()
  await fill(fresh.ownerUrl, openReferrals)
}, 120_000)
afterAll(async () => {
  await fresh.close()
  await rm(audit, { recursive: true, force: true })
})

/** Sorts repeat every twelve requests, so that every fifth takes each of them in turn through lists, owners and filters. */
const sampled = (_: unknown, index: number) => index % 5 === 0

/** Sends a sample of the requests that are measured and gives the queries that the stores put to the database. */
async function queriesAsked(): Promise<Prisma.Sql[]> {
  const asked = new Map<string, Prisma.Sql>()
  const watched = fresh.database.$extends({
    query: {
      $queryRaw: ({ args, query }) => {
        asked.set(
          JSON.stringify([args.sql, args.values], (_, it) => `${it}`),
          args,
        )
        return query(args)
      },
    },
  }) as unknown as Database
  const clock = () => new Date()
  const app = await buildApp({
    database: watched,
    databaseUrl: fresh.appUrl,
    clock,
    publicUrl: undefined,
    webFolder: audit,
    log: false,
    audit: { folder: audit },
  })
  const payload = { username: owners.name(1), password }
  const [cookie] = (await app.inject({ method: 'POST', url: '/api/session', payload })).cookies
  const headers = { cookie: `${cookie?.name}=${cookie?.value}` }
  const today = clock().toISOString().slice(0, 10)
  for (const { path, body } of everyRequest(today, openReferrals * 1.25).filter(sampled)) {
    const answer = await app.inject({ method: 'POST', url: path, headers, payload: body })
    expect(answer.statusCode).toBe(200)
  }
  await app.close()
  return [...asked.values()]
}

const planOf = async ({ strings, values }: Prisma.Sql) => {
  const [first = '', ...rest] = strings
  const lines = await fresh.database.$queryRaw<Record<'QUERY PLAN', string>[]>(
    new Prisma.Sql([`EXPLAIN ${first}`, ...rest], values),
  )
  return lines.map((line) => line['QUERY PLAN'])
}

const readsAWholeTable = (line: string) =>
  large.some((table) => new RegExp(`Seq Scan on "${table}"`).test(line))

it('A plan that reads a whole table is recognised', async () => {
  const plan = await planOf(Prisma.sql`SELECT count(*) FROM "Referral" r WHERE "reason" = 'x'`)
  expect(plan.some(readsAWholeTable)).toBe(true)
})

it('Every query of the worklist uses an index', async () => {
  const queries = await queriesAsked()
  const slow: string[] = []
  for (const query of queries) {
    const plan = await planOf(query)
    if (plan.some(readsAWholeTable)) slow.push(`${query.sql}\n${plan.join('\n')}`)
  }
  expect(queries.length).toBeGreaterThan(200)
  expect(slow).toEqual([])
}, 300_000)
