import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildApp } from '../src/app.ts'
import type { News, WorklistName, WorklistPage } from '../src/contract.ts'
import { receivedReferral, sendChange, sendStep } from './a-referral.ts'
import { type OpenedStream, openedStream } from './opened-stream.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { letter } from './told-evidence.ts'
import { listAsked, pageOf } from './worklist-asked.ts'

let running: RunningApp
let other: RunningApp
let as: string
let colleague: string
const opened: OpenedStream[] = []

beforeAll(async () => {
  running = await runningApp()
  const { database, appUrl, clock, send } = running
  const log = { write: () => undefined }
  const settings = {
    database,
    databaseUrl: appUrl,
    clock: clock.now,
    publicUrl: undefined,
    webFolder: '/nowhere',
    log,
    audit: { folder: '/nowhere' },
  }
  other = { ...running, send, app: await buildApp(settings) }
  as = await running.signIn('navigator')
  colleague = await running.signIn('surgeon')
})
afterEach(() => {
  for (const stream of opened.splice(0)) stream.leave()
})
afterAll(async () => {
  await other.app.close()
  await running.close()
})

const listening = async (...asked: Parameters<typeof openedStream>) => {
  const stream = await openedStream(...asked)
  opened.push(stream)
  return stream
}

const newsOf = async (
  { since, unsettled }: Pick<WorklistPage, 'since' | 'unsettled'>,
  to = as,
  list: WorklistName = 'open',
) => {
  const body = { ...listAsked(list), since, unsettled }
  return (await running.send('POST', '/api/referrals/news', { as: to, body })).json<News>()
}

const patience = { timeout: 8_000, interval: 50 }

const told = (stream: OpenedStream, data: unknown) =>
  vi.waitFor(
    () => expect(stream.events().map((heard) => heard.data)).toContainEqual(data),
    patience,
  )

describe('News of a list', () => {
  it('tell what is new and what else has changed since its page was read', async () => {
    const known = await receivedReferral(running, as)
    const page = await pageOf(running, as, listAsked('open'))
    expect(await newsOf(page, colleague)).toEqual({ new: 0, changed: 0 })
    await sendStep(running, as, known, 'in-triage')
    const fresh = await receivedReferral(running, as)
    await sendStep(running, as, fresh, 'in-triage')
    expect(await newsOf(page, colleague)).toEqual({ new: 1, changed: 1 })
  })

  it('do not count what is not in the list', async () => {
    const page = await pageOf(running, as, listAsked('done'))
    await receivedReferral(running, as)
    expect(await newsOf(page, as, 'done')).toEqual({ new: 0, changed: 0 })
  })

  it('do not count what somebody changed in the list themselves, but what a colleague did before', async () => {
    const [mine, ours] = [await receivedReferral(running, as), await receivedReferral(running, as)]
    const page = await pageOf(running, as, listAsked('open'))
    await sendStep(running, as, mine, 'in-triage')
    expect(await newsOf(page)).toEqual({ new: 0, changed: 0 })
    await sendChange(running, colleague, ours, ['POST', '/notes', { text: 'rang' }])
    await sendStep(running, as, { ...ours, version: 2 }, 'in-triage')
    expect(await newsOf(page)).toEqual({ new: 0, changed: 1 })
    await sendChange(running, as, { ...mine, version: 2 }, ['POST', '/evidence', letter])
    expect(await newsOf(page)).toEqual({ new: 0, changed: 2 })
  })

  it('count what was written after the page was read under an earlier number', async () => {
    const changing = await receivedReferral(running, as)
    let page: WorklistPage | undefined
    await running.owner.$transaction(async (transaction) => {
      const at = running.clock.now()
      const { id: byId } = await transaction.account.findFirstOrThrow()
      const event = { referralId: changing.id, kind: 'note', what: 'Noted', byId, at }
      const { sequence } = await transaction.referralEvent.create({ data: event })
      await transaction.referral.update({
        where: { id: changing.id },
        data: { changedSequence: sequence, version: { increment: 1 } },
      })
      await receivedReferral(running, as)
      page = await pageOf(running, as, listAsked('open'))
      expect(BigInt(page.since)).toBeGreaterThan(sequence)
      expect(await newsOf(page)).toEqual({ new: 0, changed: 0 })
    })
    expect(page && (await newsOf(page))).toEqual({ new: 0, changed: 1 })
    const again = await pageOf(running, as, listAsked('open'))
    expect(await newsOf(again)).toEqual({ new: 0, changed: 0 })
  })
})

describe('The stream of events', () => {
  it('tells of a change made at another server, without a word of the patient', async () => {
    const { since } = await pageOf(running, as, listAsked('open'))
    const stream = await listening(other, as, { since })
    const { id } = await receivedReferral(running, as)
    await told(stream, { referralId: id, kind: 'received' })
    expect(stream.headers['content-type']).toBe('text/event-stream; charset=utf-8')
    expect(stream.headers['cache-control']).toBe('no-store')
    expect(stream.text()).not.toContain('Quillfeather')
  })

  it('loses nothing over a reconnect, at another server too', async () => {
    const first = await listening(running, as)
    const referral = await receivedReferral(running, as)
    await told(first, { referralId: referral.id, kind: 'received' })
    const lastEventId = first.events().at(-1)?.id ?? ''
    first.leave()
    await sendStep(running, as, referral, 'in-triage')
    await sendChange(running, as, { ...referral, version: 2 }, ['POST', '/notes', { text: 'rang' }])
    const second = await listening(other, as, { lastEventId })
    const after = () => second.events().filter(({ id }) => BigInt(id) > BigInt(lastEventId))
    await vi.waitFor(() => expect(after()).toHaveLength(2), patience)
    expect(after().map(({ data }) => data)).toEqual([
      { referralId: referral.id, kind: 'step' },
      { referralId: referral.id, kind: 'note' },
    ])
  })

  it('tells what happened between the page and the stream', async () => {
    const { since } = await pageOf(running, as, listAsked('open'))
    const { id } = await receivedReferral(running, as)
    const stream = await listening(running, as, { since })
    await told(stream, { referralId: id, kind: 'received' })
  })

  it('tells an event once that is written with an earlier number after a later one', async () => {
    const { id } = await receivedReferral(running, as)
    const { id: byId } = await running.owner.account.findFirstOrThrow()
    const stream = await listening(running, as)
    const event = { referralId: id, kind: 'note', what: 'Noted', byId, at: running.clock.now() }
    const [row] = await running.owner.$queryRaw<[{ held: bigint }]>`
      SELECT nextval('"ReferralEvent_sequence_seq"') AS held`
    const { sequence: later } = await running.owner.referralEvent.create({ data: event })
    const ids = () => stream.events().map((heard) => heard.id)
    await vi.waitFor(() => expect(ids()).toContain(`${later}`), patience)
    await running.owner.referralEvent.create({ data: { ...event, sequence: row.held } })
    await vi.waitFor(() => expect(ids()).toContain(`${row.held}`), patience)
    const { sequence: last } = await running.owner.referralEvent.create({ data: event })
    await vi.waitFor(() => expect(ids()).toContain(`${last}`), patience)
    expect(new Set(ids()).size).toBe(ids().length)
  })

  it('does not keep its listener signed in, and ends when the session has ended', async () => {
    const cookie = await running.signIn('surgeon')
    const stream = await listening(running, cookie)
    const before = await running.owner.session.findMany({ orderBy: { idHash: 'asc' } })
    running.clock.pass(5)
    const again = await listening(running, cookie)
    expect(again.statusCode).toBe(200)
    expect(await running.owner.session.findMany({ orderBy: { idHash: 'asc' } })).toEqual(before)
    await running.send('DELETE', '/api/session', { as: cookie })
    expect(stream.statusCode).toBe(200)
  })

  it('is refused when a session has four of them open', async () => {
    const cookie = await running.signIn('admin')
    for (let count = 0; count < 4; count++) await listening(running, cookie)
    const headers = { cookie }
    const fifth = await running.app.inject({ url: '/api/referrals/events', headers })
    expect(fifth.statusCode).toBe(429)
    expect(fifth.json().type).toBe('urn:kyphoscreen:problem:too-many-streams')
  })
})
