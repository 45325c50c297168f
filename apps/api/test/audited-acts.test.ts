import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Entry, entriesAfter, lastEntry } from './audited.ts'
import { type Asked, askedOn, type Day, dayOf } from './audited-day.ts'
import { toldOf } from './audited-routes.ts'
import { openedStream } from './opened-stream.ts'
import { password, runningApp } from './running-app.ts'
import { storedSums } from './stored-sums.ts'

let day: Day
const requests = new Map<string, Asked>()
let before: unknown

beforeAll(async () => {
  day = await dayOf(await runningApp())
  for (const route of Object.keys(toldOf)) requests.set(route, await askedOn(day, route))
  await day.running.owner.$executeRaw`
    ALTER TABLE "AuditEntry" ADD CONSTRAINT "nothing_can_be_written" CHECK (false) NOT VALID`
  before = await storedSums(day.running)
})
afterAll(() => day.running.close())

const statusOf = async (route: string) => {
  const { method = '', url = '', as, ...sent } = requests.get(route) ?? {}
  if (url !== '/api/referrals/events') {
    return (await day.running.send(method, url, { as, ...sent })).statusCode
  }
  const stream = await openedStream(day.running, as ?? '')
  stream.leave()
  return stream.statusCode
}

/** Asks a route as it should be; gives what it answered, and what the log was told by that request, where so many entries come at once or soon. */
const asked = async (route: string, count: number) => {
  const last = await lastEntry(day.running)
  const status = await statusOf(route)
  const ofRequest = async () => {
    const told = await entriesAfter(day.running, last)
    return told.filter(({ event }) => event.requestId !== null)
  }
  await vi.waitFor(async () => expect((await ofRequest()).length).toBeGreaterThanOrEqual(count))
  return { status, told: await ofRequest() }
}

const declared = () =>
  day.running.app.declaredRoutes
    .filter(({ method, url }) => !/^(HEAD|OPTIONS)$/.test(method) && !url.startsWith('/api/docs'))
    .map(({ method, url, tells }) => ({ route: `${method} ${url}`, tells }))

const inShort = ({ event: { action, on, patientId } }: Entry) => [
  ...[action, on?.kind ?? null, patientId === day.known.patientId],
]

const uuid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

/** Checking the log tells of itself when it is done, long after the answer. */
const endsLater = 'POST /api/audit/verify'
const telling = Object.keys(toldOf).filter((route) => toldOf[route]?.length && route !== endsLater)

describe('While the log cannot be written', () => {
  it.each(telling)('nothing is done and nothing shown: %s', async (route) => {
    const { method = '', url = '', ...sent } = requests.get(route) ?? {}
    const answer = await day.running.send(method, url, sent)
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toMatchObject({ type: 'urn:kyphoscreen:problem:audit-unwritable' })
    expect(answer.headers).toMatchObject({ 'retry-after': '2' })
    expect(answer.headers).not.toHaveProperty('etag')
    expect(answer.headers).not.toHaveProperty('set-cookie')
  })

  it('a refusal is not told either, but that the log cannot be written', async () => {
    const as = day.cookies.navigator
    const body = { blindFirst: false }
    const refused = await day.running.send('PUT', '/api/settings', { as, body })
    expect(refused.json()).toMatchObject({ type: 'urn:kyphoscreen:problem:audit-unwritable' })
  })

  it('what tells nothing is answered as ever', async () => {
    expect(await statusOf('GET /api/session')).toBe(200)
  })

  it('nothing that is stored changes', async () => {
    expect(await storedSums(day.running)).toEqual(before)
  })
})

describe('When the log can be written, every route', () => {
  beforeAll(async () => {
    await day.running.owner.$executeRaw`
      ALTER TABLE "AuditEntry" DROP CONSTRAINT "nothing_can_be_written"`
  })

  it('is in the table of what is told', () => {
    const routes = declared().map(({ route }) => route)
    expect(routes.filter((route) => !(route in toldOf))).toEqual([])
  })

  it('declares that it tells nothing where it does, and there alone', () => {
    const silent = declared().filter(({ tells }) => tells === 'nothing')
    const expected = Object.keys(toldOf).filter((route) => toldOf[route]?.length === 0)
    expect(new Set(silent.map(({ route }) => route))).toEqual(new Set(expected))
  })

  for (const [route, expected] of Object.entries(toldOf)) {
    const what = expected.map(([action]) => action).join(', ') || 'nothing'
    it(`tells ${what} at ${route}, with who, from where and in which request`, async () => {
      const { status, told } = await asked(route, expected.length)
      const role = requests.get(route)?.role
      expect(status).toBeLessThan(300)
      expect(told.map(inShort)).toEqual(expected)
      for (const { event } of told) {
        const who = { username: role, role, accountId: uuid }
        const from = { address: '127.0.0.1', requestId: uuid }
        expect(event).toMatchObject({ who, outcome: 'done', ...from })
      }
    })
  }
})

describe('The events of the day', () => {
  it('hold nothing that was typed and nothing of a patient but an id; that is sealed', async () => {
    const told = await entriesAfter(day.running, 0n)
    const canaries = [
      ...['Quill', 'Odile', 'MRN-', 'INV-1', '1948-04-05', 'Wick', 'Mossbank', '555 0100'],
      ...[
        'rang twice',
        'Back pain',
        'it is complete',
        'letter',
        'Please send',
        'Ring the practice',
      ],
      ...['pain-medication', 'To change', 'Mine', 'row by row', 'misread', password],
    ]
    const plain = told.map(({ text }) => text).join('\n')
    expect(canaries.filter((canary) => plain.includes(canary))).toEqual([])
    const sealed = JSON.stringify(told.map(({ details }) => details))
    expect(sealed).toContain('rang twice')
    expect(sealed).not.toContain(password)
  })
})
