import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WorklistQuery } from '../src/contract.ts'
import { toldBy } from './audited.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { listAsked, pageOf } from './worklist-asked.ts'
import { givenReferrals } from './worklist-rows.ts'

let running: RunningApp
let as: string

const dangerous = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '  =1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '=HYPERLINK("http://example.invalid","x")',
  `=cmd|' /C calc'!A0`,
]

beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('admin')
  await givenReferrals(
    running,
    dangerous.map((referrerName) => ({ referrerName, state: 'closed' })),
  )
  const many = Array.from({ length: 2_300 }, (_, index) => ({
    dueOn: index % 3 ? null : '2026-11-20',
  }))
  await givenReferrals(running, [
    ...many,
    { referrerName: 'Dr. Wick; =1+1;', outcome: 'no-level', mrn: 'MRN 10' },
    { referrerName: 'Dr.\u2028=1+1', outcome: 'no-level', mrn: 'MRN 9' },
    { familyName: 'Ünal, "Bo"', givenName: 'Åsa;', mrn: 'MRN 7', outcome: 'no-level' },
  ])
})
afterAll(() => running.close())

const exported = (asked: WorklistQuery) =>
  running.send('POST', '/api/referrals/export', { as, body: asked })

/** Reads CSV as a spreadsheet does. */
const cellsOf = (csv: string) =>
  csv
    .split('\r\n')
    .slice(1, -1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? plain : quoted.replaceAll('""', '"'),
      ),
    )

describe('An exported list', () => {
  it('names in the log whom it shows, at most 500 an entry', async () => {
    const told = await toldBy(running, () => exported(listAsked('open')))
    const parts = told.filter(({ event }) => event.action === 'export-part')
    const shown = parts.flatMap(({ event }) => event.shown ?? [])
    const open = await running.owner.referral.findMany({
      where: { state: { notIn: ['decided', 'closed'] } },
      select: { patientId: true },
    })
    expect(new Set(shown)).toEqual(new Set(open.map(({ patientId }) => patientId)))
    expect(Math.max(...parts.map(({ event }) => event.shown?.length ?? 0))).toBeLessThanOrEqual(500)
  })

  it('is a file for spreadsheets, whose name says nothing of a patient', async () => {
    const { headers, body } = await exported(listAsked('done'))
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present')
    expect(headers['content-disposition']).toBe(
      'attachment; filename="referrals-done-2026-11-21.csv"',
    )
    expect(headers['cache-control']).toBe('no-store')
    expect(body.startsWith('\ufeffMRN,Family name,')).toBe(true)
    expect(body).toContain(',"Outcome (draft reading, not signed off)",')
    expect(body.endsWith('\r\n')).toBe(true)
  })

  it('holds no cell that a spreadsheet takes for a formula', async () => {
    const { body } = await exported(listAsked('done'))
    const cells = cellsOf(body).flat()
    expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠\t\r]/.test(cell ?? ''))).toEqual([])
    for (const name of dangerous) expect(cells).toContain(`'${name}`)
  })

  it('holds every row of the query in its order, each once', async () => {
    const asked = listAsked('open', { sort: { by: 'due', direction: 'descending' } })
    const ids = cellsOf((await exported(asked)).body).map((cells) => cells.at(-1))
    const { rows, total } = await pageOf(running, as, { ...asked, size: 100 })
    expect(ids).toHaveLength(total)
    expect(new Set(ids).size).toBe(total)
    expect(ids.slice(0, 100)).toEqual(rows.map(({ id }) => id))
  })

  it('keeps letters, quotes and separators as they are', async () => {
    const { body } = await exported(listAsked('open', { text: 'MRN 7' }))
    expect(cellsOf(body)[0]?.slice(0, 3)).toEqual(['MRN 7', 'Ünal, "Bo"', 'Åsa;'])
  })

  it('keeps within its cell what some readers take for the end of a line', async () => {
    const { body } = await exported(listAsked('open', { text: 'MRN 9' }))
    expect(body).toContain(`,"Dr.\u2028'=1+1",`)
  })

  it('holds no formula for a reader that cuts cells at semicolons', async () => {
    const { body } = await exported(listAsked('open', { text: 'MRN 10' }))
    expect(body).toContain(`,"Dr. Wick;' =1+1;",`)
  })

  it('holds no outcome of an earlier day', async () => {
    const due = { mrn: 'MRN 8', outcome: 'meets', nextChangeOn: '2026-11-21' } as const
    await givenReferrals(running, [due])
    const { body } = await exported(listAsked('open', { text: due.mrn }))
    expect(cellsOf(body)).toMatchObject([expect.arrayContaining(['MRN 8', 'no-level'])])
  })

  it('is refused when its search is too short', async () => {
    const answer = await exported(listAsked('open', { text: 'q' }))
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors).toEqual([
      { pointer: '/text', reason: 'is too short; type at least 2 characters' },
    ])
  })
})
