import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layoutOf } from '../src/imports/layout.ts'
import { pieceReader } from '../src/imports/piece-reader.ts'
import {
  errorsOf,
  finished,
  header,
  navigatorOf,
  ran,
  rowOf,
  sendPatiently,
  tried,
  uploaded,
  usualRow,
} from './imported.ts'
import { type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
beforeAll(async () => {
  running = await runningApp()
  as = await navigatorOf(running)
})
afterAll(() => running.close())

const good = (mark: string) => rowOf({ externalId: mark, mrn: mark })
const names = header.split(',')

const badRows: [what: string, row: string | Buffer, column: string, reason: RegExp][] = [
  ['a day that is no day', rowOf({ birthDate: '1948-02-30' }), 'birthDate', /real calendar day/],
  ['a day written otherwise', rowOf({ receivedOn: '20.11.2026' }), 'receivedOn', /YYYY-MM-DD/],
  ['a day in the future', rowOf({ receivedOn: '2026-12-24' }), 'receivedOn', /in the future/],
  ['a number in words', rowOf({ painScore: 'eight' }), 'painScore', /must be a number/],
  ['a number outside its scale', rowOf({ painScore: '11' }), 'painScore', /./],
  [
    'an answer that is neither yes nor no',
    rowOf({ painFromFracture: 'maybe' }),
    'painFromFracture',
    /yes, no/,
  ],
  ['a word that is not on the list', rowOf({ sex: 'f' }), 'sex', /must be one of/],
  ['a level that is none', rowOf({ level1: 'L9' }), 'level1', /must be one of/],
  ['facts of a level without its name', rowOf({ level1: '' }), 'level1', /must be one of/],
  ['a needed cell left blank', rowOf({ externalId: '' }), 'externalId', /is required/],
  ['a score without its scale', rowOf({ painScale: '' }), 'painScale', /./],
  [
    'an MRI in the future',
    rowOf({ 'level1.mriPerformedOn': '2027-01-01' }),
    'level1.mriPerformedOn',
    /./,
  ],
  ['a formula', rowOf({ familyName: '=1+1' }), 'familyName', /formula/],
  ['a formula with a plus', rowOf({ reason: '+cmd|call' }), 'reason', /formula/],
  ['a formula with an at', rowOf({ referrerName: '@SUM(A1)' }), 'referrerName', /formula/],
  ['a space at an end', rowOf({ familyName: ' Quill' }), 'familyName', /space/],
  ['a NUL', rowOf({ familyName: 'Qu\u0000ill' }), 'familyName', /cannot be stored/],
  ['too few cells', 'INV-9,Quill', '', /has 2 cells/],
  ['too many cells', `${rowOf()},more`, '', /cells/],
  ['a quote in the middle of a cell', rowOf().replace('Odile', 'Od"i"le'), 'givenName', /quote/],
  ['a quote left open', rowOf().replace('Odile', '"Odile'), '', /opens a quote/],
  [
    'bytes that are not UTF-8',
    Buffer.concat([
      Buffer.from('INV-9,Qu'),
      Buffer.from([0xe9]),
      Buffer.from(`ill${','.repeat(names.length - 2)}`),
    ]),
    '',
    /is not UTF-8/,
  ],
  ['a line longer than 1 MiB', rowOf({ reason: 'z'.repeat(1_100_000) }), '', /longer than 1 MiB/],
  [
    'a reason longer than is stored',
    rowOf({ reason: 'z'.repeat(5_000) }),
    'reason',
    /longer than 4000/,
  ],
]

describe('A row that cannot be read', () => {
  it('is refused by line and column, and the rows around it are imported', async () => {
    const lines = badRows.flatMap(([, row], index) => [
      Buffer.from(row),
      Buffer.from(good(`N-${index}`)),
    ])
    const file = Buffer.concat(
      [header, ...lines].flatMap((line) => [Buffer.from(line), Buffer.from('\n')]),
    )
    const done = await ran(running, as, file)
    expect(done.counts).toMatchObject({ imported: badRows.length, refused: badRows.length })
    const errors = (await errorsOf(running, as, done)).map((line) => line.split(','))
    for (const [index, [what, , column, reason]] of badRows.entries()) {
      const line = String(2 + index * 2)
      const told = errors.filter(([at]) => at === line)
      expect(
        told.map(([, at]) => at),
        what,
      ).toContain(column)
      expect(told.map((cells) => cells.slice(2).join(',')).join(), what).toMatch(reason)
    }
  })

  it.each(badRows.filter(([what, row]) => what !== 'a NUL' && row.length < 10_000))(
    'is refused alone: %s',
    (_, row) => {
      const file = Buffer.concat([Buffer.from(`${header}\n`), Buffer.from(row)])
      const layout = layoutOf(file, 'csv', true)
      const from = layout.start
      const read = pieceReader({ layout, from, today: '2026-11-21', common: undefined })
      const { rows, refused, errors, storable, place } = read(file.subarray(from.used), true)
      expect({ rows, refused, storable: storable.length }).toEqual({
        rows: 1,
        refused: 1,
        storable: 0,
      })
      expect(errors[0]).toMatchObject({ line: 2 })
      expect(place.used).toBe(file.length)
    },
  )

  it('is never repeated in its errors', async () => {
    const canary = 'Featherstonehaugh'
    const cells = {
      birthDate: canary,
      painScore: canary,
      sex: canary,
      level1: canary,
      careResponse: canary,
    }
    const done = await tried(running, as, `${header}\n${rowOf(cells)}\n${canary}\n"${canary}\n`)
    const errors = await errorsOf(running, as, done)
    expect(errors.length).toBeGreaterThan(5)
    expect(errors.join()).not.toContain(canary)
  })

  it('names its column so that no spreadsheet takes it for a formula', async () => {
    const names = Object.keys(usualRow).map((name) => (name === 'painScore' ? '=painScore' : name))
    const file = `${names.join(',')}\n${rowOf({ painScore: 'eight' })}\n`
    const { id } = await uploaded(running, as, file)
    const columns = names.map((column) => ({ column, to: column.replace('=', '') }))
    await sendPatiently(running, 'PUT', `/api/imports/${id}/mapping`, { as, body: { columns } })
    await sendPatiently(running, 'POST', `/api/imports/${id}/dry-run`, { as })
    const [error] = await errorsOf(running, as, await finished(running, as, id))
    expect(error).toMatch(/^2,'=painScore,/)
  })
})
