import { randomUUID } from 'node:crypto'
import { appendFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fastify } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Audit, auditOf } from '../src/audit/audit.ts'
import { signInTime } from '../src/audit/checkpoint-timer.ts'
import { theServer } from '../src/audit/entry.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'
import { goBack } from './older-backup.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(async () => {
  await fresh.close()
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })))
})

const folders: string[] = []
const newFolder = () => {
  const folder = join(tmpdir(), `kyphoscreen-audit-${randomUUID()}`)
  folders.push(folder)
  return folder
}

let folder: string
let copyFolder: string
let told: string[]
beforeEach(() => {
  folder = newFolder()
  copyFolder = newFolder()
  told = []
})

/** The log as a process sees it that starts now. */
const started = (): Audit =>
  auditOf({
    database: fresh.database,
    clock: () => new Date(),
    places: { folder, copyFolder },
    tellFault: ({ message }) => void told.push(message),
  })

const write = ({ journal }: Audit) => journal.note(theServer, { action: 'server-started' })

const kept = async (audit: Audit) =>
  (await audit.outside.checkpoints(await audit.verifier())).map(({ size }) => size)

const size = async () => Number((await fresh.owner.auditHead.findFirstOrThrow()).sequence)

describe('The signer', () => {
  it('makes a key that nobody else can read, and signs what is new, once', async () => {
    const audit = started()
    await write(audit)
    await Promise.all([audit.sign(), audit.sign(), audit.sign()])
    const [key, inFolder] = [await stat(join(folder, 'key.pem')), await stat(folder)]
    expect([key.mode & 0o777, inFolder.mode & 0o777]).toEqual([0o600, 0o700])
    expect(await kept(audit)).toEqual([await size()])
    expect(await readFile(join(copyFolder, 'checkpoints'))).toEqual(
      await readFile(join(folder, 'checkpoints')),
    )
  })

  it('goes on where another process ended, with the same key', async () => {
    await write(started())
    await started().sign()
    const first = await size()
    await write(started())
    await Promise.all([started().sign(), started().sign()])
    expect(await kept(started())).toEqual([first, first + 1])
    expect(told).toEqual([])
  })

  it('reads the whole log again when its state is lost, and finds it the same', async () => {
    await write(started())
    await started().sign()
    await rm(join(folder, 'signed.json'))
    await rm(join(folder, 'checkpoints'))
    await appendFile(join(copyFolder, 'checkpoints'), '\n\n\nkyphoscreen-log-cut o')
    await write(started())
    await started().sign()
    const last = await size()
    expect(await kept(started())).toEqual([last - 1, last])
  })

  it('signs also when the second place fails, and tells of that', async () => {
    await mkdir(folder)
    await writeFile(join(folder, 'not-a-folder'), '')
    copyFolder = join(folder, 'not-a-folder', 'copy')
    await write(started())
    await started().sign()
    expect(await readFile(join(folder, 'checkpoints'), 'utf8')).toContain(`\n${await size()}\n`)
    expect(told).toContainEqual(expect.stringContaining('ENOTDIR'))
  })

  it('signs when the server is ready and when it closes', async () => {
    const app = fastify()
    app.decorate('audit', started())
    signInTime(app, fresh.database)
    await app.ready()
    await write(app.audit)
    await app.close()
    expect((await kept(app.audit)).at(-1)).toBe(await size())
  })
})

describe('A database that is older than what was signed', () => {
  it.each(['signed.json', 'checkpoints'])(
    'is found out and not signed, also without %s',
    async (lost) => {
      await write(started())
      await started().sign()
      const signed = await kept(started())
      await goBack(fresh)
      await rm(join(folder, lost))
      const audit = started()
      await expect(audit.sign()).rejects.toThrow('log-at-fault')
      expect(audit.integrity.known().fault?.what).toBe('rolled-back')
      expect(told).toEqual([expect.stringContaining('older backup')])
      expect(await kept(audit)).toEqual(signed)
    },
  )

  it('is found out when it has been written to since, also without a state', async () => {
    await write(started())
    await started().sign()
    await goBack(fresh)
    await write(started())
    await rm(join(folder, 'signed.json'))
    const audit = started()
    await expect(audit.sign()).rejects.toThrow('log-at-fault')
    expect(audit.integrity.known().fault?.what).toBe('rewritten')
  })

  it('is found out when it has been written to since', async () => {
    await write(started())
    await started().sign()
    await goBack(fresh)
    const audit = started()
    await write(audit)
    await write(audit)
    await expect(audit.sign()).rejects.toThrow('log-at-fault')
    expect(audit.integrity.known().fault?.what).toBe('rewritten')
  })
})
