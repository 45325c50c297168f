import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ImportPreview, importTargets } from '../src/contract.ts'
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
  type usualRow,
} from './imported.ts'
import { type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
beforeAll(async () => {
  running = await runningApp()
  as = await navigatorOf(running)
})
afterAll(() => running.close())

const file = (...rows: string[]) => [header, ...rows, ''].join('\n')
const row = (mark: string, cells: Partial<typeof usualRow> = {}) =>
  rowOf({ externalId: mark, mrn: mark, ...cells })

const preview = async (id: string): Promise<ImportPreview> =>
  (await sendPatiently(running, 'GET', `/api/imports/${id}/preview`, { as })).json()

describe('The preview of a file', () => {
  it('shows how it is read, with its first ten rows', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => row(`P-${index}`))
    const { id } = await uploaded(running, as, `\uFEFF${file(...rows)}`)
    const shown = await preview(id)
    expect(shown).toMatchObject({ format: 'csv', delimiter: ',', byteOrderMark: true, lacking: [] })
    expect(shown.rows).toHaveLength(10)
    expect(shown.rows[0]).toMatchObject({
      line: 2,
      outcome: 'meets',
      errors: [],
      referral: { patient: { mrn: 'P-0' }, findings: { levels: [{ level: 'L1' }] } },
    })
  })

  it.each([';', '\t', '|'])('finds the delimiter %j', async (delimiter) => {
    const text = `mrn,familyName\nA,B\n`.replaceAll(',', delimiter)
    const { id } = await uploaded(running, as, text)
    expect(await preview(id)).toMatchObject({
      delimiter,
      columns: [{ to: 'mrn' }, { to: 'familyName' }],
    })
  })

  it('reads a text over several lines, and Windows’ line ends', async () => {
    const text = file(row('W-1', { reason: 'one\ntwo "three"' })).replaceAll('\n', '\r\n')
    const { id } = await uploaded(running, as, text)
    expect((await preview(id)).rows[0]?.referral?.referral.reason).toBe('one\r\ntwo "three"')
  })

  it('knows every documented column by its name', async () => {
    const { id } = await uploaded(running, as, `${importTargets.join(',')}\n`)
    expect((await preview(id)).columns.map(({ to }) => to)).toEqual(importTargets)
  })
})

describe('The mapping of columns', () => {
  const renamed = file(row('M-1')).replace('mrn', 'Chart no.')

  it('says what a column tells', async () => {
    const { id } = await uploaded(running, as, renamed)
    const before = await preview(id)
    expect(before.lacking).toEqual(['mrn'])
    const columns = before.columns.map((one) =>
      one.column === 'Chart no.' ? { ...one, to: 'mrn' } : one,
    )
    const answer = await sendPatiently(running, 'PUT', `/api/imports/${id}/mapping`, {
      as,
      body: { columns },
    })
    expect(answer.json()).toMatchObject({
      lacking: [],
      rows: [{ referral: { patient: { mrn: 'M-1' } } }],
    })
  })

  it('is refused when two columns tell the same, or a column is not the file’s', async () => {
    const { id } = await uploaded(running, as, renamed)
    const { columns } = await preview(id)
    const map = (changed: object[]) =>
      sendPatiently(running, 'PUT', `/api/imports/${id}/mapping`, {
        as,
        body: { columns: changed },
      })
    const twice = await map(
      columns.map((one, index) => (index === 3 ? { ...one, to: 'sex' } : one)),
    )
    const foreign = await map(columns.map((one) => ({ ...one, column: 'x' })))
    expect([twice.statusCode, foreign.statusCode]).toEqual([422, 422])
    expect(twice.json().errors[0].pointer).toBe('/columns/4/to')
  })
})

describe('A dry run', () => {
  it('counts what would happen and stores nothing', async () => {
    await ran(running, as, file(row('T-1')))
    const checked = await tried(
      running,
      as,
      file(
        row('T-1'),
        row('T-2'),
        row('T-2'),
        row('T-1', { externalId: 'T-3', birthDate: '1950-01-01' }),
        row('T-4', { sex: 'x' }),
      ),
    )
    expect(checked).toMatchObject({
      state: 'checked',
      counts: { rows: 5, imported: 1, skipped: 2, refused: 2, patients: 1 },
    })
    expect(await running.owner.referral.count({ where: { externalId: 'T-2' } })).toBe(0)
    expect(await errorsOf(running, as, checked)).toHaveLength(2)
  })

  it('says the same as the import that follows', async () => {
    const { id } = await uploaded(
      running,
      as,
      file(row('F-1'), row('F-1'), row('F-2', { level1: 'L9' })),
    )
    const steps = []
    for (const step of ['dry-run', 'run']) {
      await sendPatiently(running, 'POST', `/api/imports/${id}/${step}`, { as })
      steps.push(await finished(running, as, id))
    }
    expect(steps[1]?.counts).toEqual(steps[0]?.counts)
    expect(steps[1]?.listedErrors).toBe(steps[0]?.listedErrors)
  })
})

describe('An import that was to be cancelled when its dry run was just over', () => {
  it('is run when that is asked for then', async () => {
    const { id } = await tried(running, as, file(row('L-1')))
    await running.owner.import.update({ where: { id }, data: { cancelAsked: true } })
    await sendPatiently(running, 'POST', `/api/imports/${id}/run`, { as })
    expect((await finished(running, as, id)).state).toBe('done')
  })
})

describe('An import that has ended', () => {
  it('keeps no file, and takes no further step', async () => {
    const { id } = await ran(running, as, file(row('E-1')))
    for (const step of ['dry-run', 'run', 'cancel']) {
      expect(
        (await sendPatiently(running, 'POST', `/api/imports/${id}/${step}`, { as })).statusCode,
      ).toBe(409)
    }
    expect(
      (await sendPatiently(running, 'GET', `/api/imports/${id}/preview`, { as })).statusCode,
    ).toBe(409)
    expect(await running.owner.importChunk.count({ where: { importId: id } })).toBe(0)
  })

  it('is cancelled at once while it waits', async () => {
    const { id } = await uploaded(running, as, file(row('E-2')))
    const answer = await sendPatiently(running, 'POST', `/api/imports/${id}/cancel`, { as })
    expect(answer.json()).toMatchObject({ id, state: 'cancelled' })
    expect(await running.owner.importChunk.count({ where: { importId: id } })).toBe(0)
  })

  it('is in the list, the newest first', async () => {
    const { id } = await ran(running, as, file(row('E-3')))
    const { imports } = (await sendPatiently(running, 'GET', '/api/imports', { as })).json()
    expect(imports.map((one: { id: string }) => one.id)).toContain(id)
  })
})
