import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { claimImport } from '../src/imports/claim.ts'
import { runImport } from '../src/imports/run.ts'
import { type ImportRunner, startRunner } from '../src/imports/runner.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'
import { holdError, holdPatient, untilHeldUp } from './held-up.ts'
import { keptAndAsked, rowsInAll, type Unusual } from './import-in-pieces.ts'

let fresh: FreshDatabase
let byId: string
beforeAll(async () => {
  fresh = await freshDatabase()
  const account = { username: 'navigator', displayName: 'An invented navigator', passwordHash: '' }
  byId = (await fresh.owner.account.create({ data: { ...account, role: 'navigator' } })).id
})

let child: ChildProcess | undefined
let runner: ImportRunner | undefined
const stopRunner = async () => {
  await runner?.stop()
  runner = undefined
}
afterEach(stopRunner)
afterAll(async () => {
  await killProcess()
  await fresh.close()
})

/** Has a process of its own run imports, unless there is one already. */
const startProcess = (): void => {
  const script = join(import.meta.dirname, 'import-runner.ts')
  child ??= spawn(process.execPath, [script, fresh.appUrl], { stdio: 'inherit' })
}

const killProcess = async () => {
  const dying = child
  child = undefined
  if (!dying || dying.exitCode !== null || dying.signalCode !== null) return
  dying.kill('SIGKILL')
  await once(dying, 'exit')
}

const clock = () => new Date('2026-11-21T09:00:00Z')

/** Has this process run imports; it takes them over when their runner gives no sign of life for this long. */
const startHere = (staleMs: number): void => {
  const { database, appUrl: databaseUrl } = fresh
  const every = { lookEveryMs: 50, aliveEveryMs: 100 }
  runner = startRunner({ database, databaseUrl, clock, ...every, staleMs })
  runner.wake()
}

const asked = (mark: string, unusual?: Unusual) =>
  keptAndAsked({ url: fresh.appUrl, byId, at: clock() }, mark, unusual)

const read = (id: string) => fresh.owner.import.findUniqueOrThrow({ where: { id } })

const until = async (id: string, isSo: (now: Awaited<ReturnType<typeof read>>) => boolean) => {
  for (;;) {
    const now = await read(id)
    if (isSo(now)) return now
    await pause(10)
  }
}

const hasEnded = ({ state }: { state: string }) => state !== 'importing' && state !== 'checking'

const stored = async (mark: string) => {
  const referrals = await fresh.owner.referral.findMany({
    where: { externalId: { startsWith: `${mark}-` } },
    select: { _count: { select: { events: true, evidence: true } } },
  })
  const whole = referrals.filter(({ _count }) => _count.events === 1 && _count.evidence === 1)
  const patients = await fresh.owner.patient.count({ where: { mrn: { startsWith: `${mark}-` } } })
  return { referrals: referrals.length, whole: whole.length, patients }
}

describe('The same rows in two files', { timeout: 60_000 }, () => {
  it('are stored once when two processes import them at once', async () => {
    const release = await holdPatient(fresh, 'T-500', byId)
    const ids = [await asked('T'), await asked('T')]
    startProcess()
    startHere(15_000)
    await untilHeldUp(fresh)
    await release()
    const ends = await Promise.all(ids.map((id) => until(id, hasEnded)))
    expect(ends.map(({ state }) => state)).toEqual(['done', 'done'])
    expect(ends.reduce((sum, { imported }) => sum + imported, 0)).toBe(rowsInAll)
    expect(ends.reduce((sum, { skipped }) => sum + skipped, 0)).toBe(rowsInAll)
    expect(await stored('T')).toEqual({ referrals: 1_000, whole: 1_000, patients: 995 })
  })
})

describe('An import whose process is killed', { timeout: 60_000 }, () => {
  it('is gone on with by another one: nothing is lost and nothing comes twice', async () => {
    const release = await holdPatient(fresh, 'K-500', byId)
    const id = await asked('K')
    startProcess()
    const halfWay = await until(id, ({ rows }) => rows > 0)
    await untilHeldUp(fresh)
    await killProcess()
    await release()
    expect(hasEnded(halfWay)).toBe(false)
    startHere(300)
    const done = await until(id, hasEnded)
    expect(done).toMatchObject({
      state: 'done',
      rows: 1_000,
      imported: 1_000,
      skipped: 0,
      patients: 995,
    })
    expect(await stored('K')).toEqual({ referrals: 1_000, whole: 1_000, patients: 995 })
    expect(await fresh.owner.importChunk.count({ where: { importId: id } })).toBe(0)
  })

  it('begins its dry run again from the start', async () => {
    const id = await asked('D', { state: 'checking', row700: { sex: 'x' } })
    const release = await holdError(fresh, id, 702)
    startProcess()
    await until(id, ({ rows }) => rows > 0)
    await untilHeldUp(fresh)
    await killProcess()
    await release()
    startHere(300)
    const checked = await until(id, hasEnded)
    expect(checked).toMatchObject({
      state: 'checked',
      rows: 1_000,
      imported: 999,
      refused: 1,
      listedErrors: 1,
      patients: 994,
    })
    expect(await stored('D')).toEqual({ referrals: 0, whole: 0, patients: 0 })
  })
})

describe('A runner whose import was taken over', () => {
  it('stores nothing more', async () => {
    const id = await asked('L', { rows: 20, reason: 'Pain' })
    const claim = (runnerId: string) =>
      claimImport(fresh.database, { runnerId, staleMs: -1, at: clock() })
    const slow = await claim('0199a0a0-0000-7000-8000-00000000000a')
    const quick = await claim('0199a0a0-0000-7000-8000-00000000000b')
    if (!slow || !quick) throw new Error('the import was not claimed')
    expect(await runImport(fresh.appUrl, slow, () => false)).toBe('lost')
    expect(await stored('L')).toMatchObject({ referrals: 0 })
    expect(await runImport(fresh.appUrl, quick, () => false)).toBe('finished')
    expect(await runImport(fresh.appUrl, slow, () => false)).toBe('lost')
    expect(await read(id)).toMatchObject({ state: 'done', imported: 20 })
  })
})

describe('An import that is cancelled', { timeout: 60_000 }, () => {
  it('ends after the batch under way and keeps what is stored', async () => {
    const release = await holdPatient(fresh, 'C-500', byId)
    const id = await asked('C')
    startHere(15_000)
    await until(id, ({ rows }) => rows > 0)
    await untilHeldUp(fresh)
    const asking = fresh.owner.import.update({ where: { id }, data: { cancelAsked: true } })
    await Promise.all([asking, release()])
    const { state, imported } = await until(id, hasEnded)
    expect(state).toBe('cancelled')
    expect(await stored('C')).toMatchObject({ referrals: imported, whole: imported })
    expect(imported).toBeLessThan(1_000)
  })
})
