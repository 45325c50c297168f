import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { theServer } from '../src/audit/entry.ts'
import type { Replay, ReplayList } from '../src/contract.ts'
import { theRules } from '../src/replay/replay.ts'
import { replayStore } from '../src/replay/store.ts'
import { toldBy } from './audited.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { copiesOf, screeningOf, storedPatient, tamper } from './stored-screenings.ts'

let running: RunningApp
let admin: string
let patientId: string
let tampered: string

beforeAll(async () => {
  running = await runningApp()
  admin = await running.signIn('admin')
  const of = await storedPatient(running)
  patientId = of.patientId
  const rows = copiesOf(await screeningOf(of), 12)
  tampered = rows[11]?.id ?? ''
  await running.owner.screening.createMany({ data: rows })
  await tamper(
    running,
    `UPDATE "Screening" SET "result" = jsonb_set("result"::jsonb, '{outcome}', '"does-not-meet"') WHERE "id" = '${tampered}'`,
  )
})
afterAll(() => running.close())

const read = async (): Promise<Replay> =>
  (await running.send('GET', '/api/audit/replay', { as: admin })).json()

const list = async (asked: string): Promise<ReplayList> =>
  (await running.send('GET', `/api/audit/replay/screenings?${asked}`, { as: admin })).json()

const ended = async (known: () => Promise<Replay>): Promise<Replay['run']> => {
  for (;;) {
    const { run } = await known()
    if (run?.state !== 'running') return run
    await pause(20)
  }
}

describe('A replay that an admin asks the server for', () => {
  it('is not there before it was asked for, and lists nothing of none', async () => {
    expect(await read()).toEqual({ run: null })
    expect(await list('list=own&page=1')).toMatchObject({ runId: null, screenings: [], count: 0 })
  })

  it('runs once however often it is asked for, tells how far it is, and finds what was tampered with', async () => {
    const told = await toldBy(running, async () => {
      const asked = () => running.send('POST', '/api/audit/replay', { as: admin })
      const begun = (await Promise.all([asked(), asked()])).map((answer) => answer.json<Replay>())
      expect(begun[0]?.run).toMatchObject({ state: 'running', inForce: '1.0.1' })
      expect(begun[1]?.run?.id).toBe(begun[0]?.run?.id)
      expect(await ended(read)).toMatchObject({
        ...{ state: 'finished', total: 12 },
        counts: { done: 12, own: { identical: 11, different: 1, notReplayed: 0 } },
      })
    })
    const runs = told.filter(({ event }) => event.action === 'replay-run')
    expect(runs.map(({ event }) => [event.who?.username, event.reason])).toEqual([
      ['admin', 'begun'],
      ['admin', 'differs'],
    ])
  })

  it('lists what differs and what changes, with where to find it, and tells the log whose it showed', async () => {
    const told = await toldBy(running, async () => {
      const { screenings, count } = await list('list=own&page=1')
      expect(count).toBe(1)
      expect(screenings[0]).toMatchObject({
        ...{ id: tampered, patientId, version: '1.0.1' },
        own: { is: 'different', at: ['/outcome'] },
        change: { outcome: { before: 'does-not-meet', after: 'meets' } },
      })
      expect((await list('list=changed&page=1')).count).toBe(1)
      expect(await list('list=changed&page=2')).toMatchObject({ screenings: [], page: 2, pages: 1 })
    })
    expect(told.map(({ event }) => [event.action, event.shown])).toEqual([
      ...[
        ['report-viewed', [patientId]],
        ['report-viewed', [patientId]],
      ],
      ['report-viewed', undefined],
    ])
  })

  it('refuses a list or a page there cannot be', async () => {
    for (const asked of [
      'list=all&page=1',
      'list=own&page=0',
      'list=own',
      'list=own&page=1&of=x',
    ]) {
      const url = `/api/audit/replay/screenings?${asked}`
      expect((await running.send('GET', url, { as: admin })).statusCode).toBe(422)
    }
  })
})

describe('The replay of one process', () => {
  const storeWith = (screen: (findings: unknown) => unknown, failures: unknown[] = []) =>
    replayStore(running.database, {
      journal: running.app.audit.journal,
      clock: running.clock.now,
      tellFailure: (error) => void failures.push(error),
      rules: { ...theRules, inForce: { ...theRules.inForce, screen } },
    })

  it('stops when it is told to, keeps what it has found, and is told of in the name of who stopped it', async () => {
    const { screen } = theRules.inForce
    const store = storeWith(screen)
    const told = await toldBy(running, async () => {
      await store.begin(theServer)
      const who = { accountId: patientId, username: 'another', role: 'admin' as const }
      const { run } = await store.cancel({ ...theServer, who })
      expect(run).toMatchObject({ state: 'cancelled' })
      expect(run?.counts.done).toBeLessThan(12)
    })
    expect(told.at(-1)?.event).toMatchObject({ reason: 'cancelled', who: { username: 'another' } })
    expect((await store.begin(theServer)).run?.state).toBe('running')
    expect((await ended(async () => store.read()))?.state).toBe('finished')
  })

  it('says that it failed when the database goes away, and what it had done by then', async () => {
    const failures: unknown[] = []
    const { screen } = theRules.inForce
    const store = storeWith(screen, failures)
    await running.owner.$executeRaw`ALTER TABLE "Screening" RENAME COLUMN "outcome" TO "away"`
    const told = await toldBy(running, async () => {
      await store.begin(theServer)
      expect(await ended(async () => store.read())).toMatchObject({
        ...{ state: 'failed', total: 12 },
        counts: { done: 0 },
      })
    })
    await running.owner.$executeRaw`ALTER TABLE "Screening" RENAME COLUMN "away" TO "outcome"`
    expect(failures).toHaveLength(1)
    expect(told.at(-1)?.event).toMatchObject({ reason: 'broken-off', outcome: 'failed' })
  })
})
