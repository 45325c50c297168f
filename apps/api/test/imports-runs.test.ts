import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { claimImport } from '../src/imports/claim.ts'
import { runImport } from '../src/imports/run.ts'
import { keepFile } from '../src/imports/upload.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'
import { header, rowOf } from './imported.ts'

let fresh: FreshDatabase
let byId: string
beforeAll(async () => {
  fresh = await freshDatabase()
  const account = { username: 'navigator', displayName: 'An invented navigator', passwordHash: '' }
  byId = (await fresh.owner.account.create({ data: { ...account, role: 'navigator' } })).id
})
const started: ChildProcess[] = []
const killAll = async () => {
  await Promise.all(started.splice(0).map(kill))
}
afterEach(killAll)
afterAll(() => fresh.close())

const kill = async (child: ChildProcess) => {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Starts a process that takes over a runner's work when it gives no sign of life for this long. */
const startProcess = (staleMs = 1_500): ChildProcess => {
  const script = join(import.meta.dirname, 'import-runner.ts')
  const child = spawn(process.execPath, [script, fresh.appUrl, String(staleMs)], {
    stdio: 'inherit',
  })
  started.push(child)
  return child
}

const longReason = 'Back pain since a fall; please assess. '.repeat(80)

/** Keeps a file of several pieces, whose rows are marked, and asks for it to be run. */
const asked = async (mark: string, rows: number, state = 'importing'): Promise<string> => {
  const lines = Array.from({ length: rows }, (_, index) =>
    rowOf({
      externalId: `${mark}-${index}`,
      mrn: `${mark}-${index % (rows - 5)}`,
      reason: longReason,
    }),
  )
  const bytes = Buffer.from([header, ...lines, ''].join('\n'))
  const file = { format: 'csv', byId, at: new Date('2026-11-21T09:00:00Z') } as const
  const id = await keepFile(fresh.appUrl, { ...file, bytes: sent(bytes) })
  await fresh.owner.import.update({ where: { id }, data: { state } })
  return id
}

async function* sent(bytes: Buffer) {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536)
}

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
    include: { _count: { select: { events: true, evidence: true } } },
  })
  const whole = referrals.filter(({ _count }) => _count.events === 1 && _count.evidence === 1)
  const patients = await fresh.owner.patient.count({ where: { mrn: { startsWith: `${mark}-` } } })
  return { referrals: referrals.length, whole: whole.length, patients }
}

describe('An import whose process is killed', { timeout: 60_000 }, () => {
  it('is gone on with by another one: nothing is lost and nothing comes twice', async () => {
    const id = await asked('K', 4_000)
    const first = startProcess()
    const halfWay = await until(id, ({ rows }) => rows > 0)
    await kill(first)
    expect(hasEnded(halfWay)).toBe(false)
    startProcess()
    const done = await until(id, hasEnded)
    expect(done).toMatchObject({
      state: 'done',
      rows: 4_000,
      imported: 4_000,
      skipped: 0,
      patients: 3_995,
    })
    expect(await stored('K')).toEqual({ referrals: 4_000, whole: 4_000, patients: 3_995 })
    expect(await fresh.owner.importChunk.count({ where: { importId: id } })).toBe(0)
  })

  it('begins its dry run again from the start', async () => {
    const id = await asked('D', 4_000, 'checking')
    const first = startProcess()
    await until(id, ({ rows }) => rows > 0)
    await kill(first)
    startProcess()
    const checked = await until(id, hasEnded)
    expect(checked).toMatchObject({
      state: 'checked',
      rows: 4_000,
      imported: 4_000,
      patients: 3_995,
    })
    expect(await stored('D')).toEqual({ referrals: 0, whole: 0, patients: 0 })
  })
})

describe('The same rows in two files', { timeout: 60_000 }, () => {
  it('are stored once when two processes import them at once', async () => {
    const ids = [await asked('T', 1_500), await asked('T', 1_500)]
    startProcess()
    startProcess()
    const ends = await Promise.all(ids.map((id) => until(id, hasEnded)))
    expect(ends.map(({ state }) => state)).toEqual(['done', 'done'])
    expect(ends.reduce((sum, { imported }) => sum + imported, 0)).toBe(1_500)
    expect(ends.reduce((sum, { skipped }) => sum + skipped, 0)).toBe(1_500)
    expect(await stored('T')).toEqual({ referrals: 1_500, whole: 1_500, patients: 1_495 })
  })
})

describe('A runner whose import was taken over', () => {
  it('stores nothing more', async () => {
    const id = await asked('L', 20)
    const at = new Date('2026-11-21T09:00:00Z')
    const claim = (runnerId: string) => claimImport(fresh.database, { runnerId, staleMs: -1, at })
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
    const id = await asked('C', 4_000)
    startProcess()
    await until(id, ({ rows }) => rows > 0)
    await fresh.owner.import.update({ where: { id }, data: { cancelAsked: true } })
    const { state, imported } = await until(id, hasEnded)
    expect(state).toBe('cancelled')
    expect(await stored('C')).toMatchObject({ referrals: imported, whole: imported })
    expect(imported).toBeLessThan(4_000)
  })
})
