import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildWeb } from '../../src/build-web.ts'
import { dataFolder, end, launch, startProduct } from './product.ts'

const timeout = 60_000
const nobodyListens = '127.0.0.1:1'

let data: Awaited<ReturnType<typeof dataFolder>>
beforeAll(async () => {
  await buildWeb()
  data = await dataFolder()
  await mkdir(data.folder, { recursive: true })
}, timeout)
afterAll(() => data.remove(), timeout)

const refusal = async (settings: Record<string, string>) => {
  const { code, words } = await launch({ DATA_DIR: data.folder, ...settings }).ended
  return { code, words: words.replaceAll(data.folder, 'DATA').replace(/^Preparing.*\n/, '') }
}

const withTakenPort = async <T>(work: (port: number) => Promise<T>) => {
  const server = createServer()
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    }),
  )
  return work(port).finally(() => server.close())
}

const refused: [string, Record<string, string>, string][] = [
  [
    'a port that is no number',
    { PORT: '30x0' },
    'PORT must be a whole number from 0 to 65535, such as 3000.\n',
  ],
  [
    'an address of another machine',
    { HOST: '203.0.113.9' },
    'HOST is not an address of this machine: set it to one, such as 127.0.0.1.\n',
  ],
  [
    'an address that is none',
    { HOST: 'not an address' },
    'HOST is not an address of this machine: set it to one, such as 127.0.0.1.\n',
  ],
  [
    'a database that does not answer',
    { DATABASE_URL: `postgres://me:secret@${nobodyListens}/name` },
    'The database at DATABASE_URL cannot be used; nothing answers there: check the address and that PostgreSQL is running.\n',
  ],
]

describe('A start is refused in one sentence for', { timeout }, () => {
  it.each(refused)('%s', async (_, settings, words) => {
    expect(await refusal(settings)).toEqual({ code: 1, words })
  })

  it('a port that is taken', async () => {
    const answer = await withTakenPort((port) => refusal({ PORT: `${port}` }))
    expect(answer).toEqual({
      code: 1,
      words:
        'The port is taken by another program: stop that program, or set PORT to another number.\n',
    })
  })

  it('a data folder that is a file', async () => {
    await writeFile(join(data.folder, 'file'), '')
    expect(await refusal({ DATA_DIR: join(data.folder, 'file') })).toEqual({
      code: 1,
      words: 'DATA/file is not a folder: set DATA_DIR to the path of a folder.\n',
    })
  })

  it('a data folder under a file', async () => {
    await writeFile(join(data.folder, 'file'), '')
    expect(await refusal({ DATA_DIR: join(data.folder, 'file', 'data') })).toEqual({
      code: 1,
      words: 'DATA/file/data is not a folder: set DATA_DIR to the path of a folder.\n',
    })
  })

  it.runIf(process.platform === 'linux')('a data folder where none can be made', async () => {
    expect(await refusal({ DATA_DIR: '/proc/kyphoscreen' })).toEqual({
      code: 1,
      words: 'No folder can be made at /proc/kyphoscreen: set DATA_DIR to a folder on a disk.\n',
    })
  })

  it('a second server on the same data folder, while the first goes on', async () => {
    const first = await startProduct({ DATA_DIR: data.folder })
    const second = await refusal({})
    const alive = await fetch(`${first.address}/api/health/ready`)
    const code = await end(first, 'SIGTERM')
    expect([second, alive.status, code]).toEqual([
      {
        code: 1,
        words:
          'Kyphoscreen is already running on the data folder DATA: stop it first, or set DATA_DIR to another folder.\n',
      },
      200,
      0,
    ])
  })
})
