import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportPreview } from '../src/contract.ts'
import { header, navigatorOf, sendPatiently, upload, uploaded } from './imported.ts'
import { type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
beforeAll(async () => {
  running = await runningApp()
  as = await navigatorOf(running)
})
afterAll(() => running.close())

const utf16 = (text: string) =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const longHeader = `mrn,${'z'.repeat(3_000_000)}`

const unreadable: [what: string, file: string | Buffer, reason: RegExp][] = [
  ['nothing', '', /is empty/],
  ['a byte order mark alone', '\uFEFF', /is empty/],
  ['UTF-16 with its mark', utf16(`${header}\n`), /is UTF-16/],
  ['UTF-16 without a mark', Buffer.from(`${header}\n`, 'utf16le'), /UTF-16/],
  ['the bytes of a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0, 0]), /is not text/],
  [
    'a first line that is not UTF-8',
    Buffer.from([0x6d, 0x72, 0x6e, 0x2c, 0xff, 0x0a]),
    /is not UTF-8/,
  ],
  ['a blank first line', `\n${header}\n`, /blank line/],
  ['an unknown delimiter', `${header.replaceAll(',', '~')}\n`, /no line of column names/],
  ['a column named twice', `mrn,familyName,mrn\n`, /columns 1 and 3 the same name/],
  ['a column without a name', `mrn,,familyName\n`, /not column 2/],
  ['a first line of 3 MB', longHeader, /longer than 1 MiB/],
  ['a quote left open in the first line', `mrn,"familyName\n`, /opens a quote/],
]

describe('A file that cannot be read', () => {
  it.each(unreadable)('is refused when it holds %s', async (_, file, reason) => {
    const answer = await upload(running, as, file)
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors[0]).toMatchObject({
      pointer: '',
      reason: expect.stringMatching(reason),
    })
  })

  it('leaves nothing behind', async () => {
    const before = await running.owner.importChunk.count()
    await upload(running, as, utf16('mrn'))
    expect(await running.owner.importChunk.count()).toBe(before)
  })

  it('is refused when it is not said to be a CSV or NDJSON, or is compressed', async () => {
    const headers = { 'content-type': 'text/csv', 'content-encoding': 'gzip' }
    const packed = await sendPatiently(running, 'POST', '/api/imports', {
      as,
      body: header,
      headers,
    })
    const other = await upload(running, as, header, 'application/pdf')
    expect([packed.statusCode, other.statusCode]).toEqual([415, 415])
  })

  it('is not begun when no column tells what is needed', async () => {
    const { id } = await uploaded(running, as, `a,b\n1,2\n`)
    const preview: ImportPreview = (
      await sendPatiently(running, 'GET', `/api/imports/${id}/preview`, { as })
    ).json()
    const answer = await sendPatiently(running, 'POST', `/api/imports/${id}/run`, { as })
    expect(preview.lacking).toContain('mrn')
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors[0].pointer).toBe('/mapping/mrn')
  })
})
