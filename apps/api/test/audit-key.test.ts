import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditKey } from '../src/audit/audit-key.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kyphoscreen-audit-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('A key file of one’s own', () => {
  it('must be there, and hold a key', async () => {
    const file = join(folder, 'nowhere', 'key.pem')
    await expect(auditKey(folder, file)).rejects.toThrow('AUDIT_KEY_FILE')
    await writeFile(join(folder, 'not-a-key'), 'nothing')
    await expect(auditKey(folder, join(folder, 'not-a-key'))).rejects.toThrow('AUDIT_KEY_FILE')
  })

  it('is used as it is', async () => {
    const made = await auditKey(folder, undefined)
    const used = await auditKey(join(folder, 'other'), join(folder, 'key.pem'))
    expect(used.name).toBe(made.name)
  })
})
