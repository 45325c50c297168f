import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type WorklistPage, type WorklistQuery, WorklistSort } from '../src/contract.ts'
import { markOf } from '../src/referrals/worklist-marks.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { listAsked, pageOf } from './worklist-asked.ts'
import { type Given, givenReferrals } from './worklist-rows.ts'

let running: RunningApp
let as: string

/** A day in November, the same for several rows; absent for every fourth. */
const day = (index: number, days: number) =>
  index % 4 === 0 ? null : `2026-11-${String((index % days) + 1).padStart(2, '0')}`

const many: Given[] = Array.from({ length: 61 }, (_, index) => ({
  familyName: ['Abel', 'abel', 'Ábel', 'Abel-Moss', 'Abel Moss'][index % 5] ?? '',
  givenName: ['Odile', 'Ada'][index % 2] ?? '',
  closesOn: day(index, 5),
  dueOn: day(index + 1, 3),
  nextChangeOn: index % 7 === 0 ? `2026-12-${(index % 3) + 10}` : null,
  receivedOn: `2026-10-${(index % 6) + 10}`,
  changedSequence: index % 9,
  state: (['new', 'in-triage'] as const)[index % 2] ?? 'new',
}))

beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('surgeon')
  await givenReferrals(running, many)
})
afterAll(() => running.close())

const idsOf = ({ rows }: WorklistPage) => rows.map(({ id }) => id)

/** Walks a list page by page, from its first page on or from its last page back; the page at the beginning is whole and may repeat rows. */
async function walked(query: WorklistQuery, way: 'forward' | 'back', size: number) {
  const pages: string[][] = []
  let page: WorklistPage
  let asked: Parameters<typeof pageOf>[2]['page'] = way === 'forward' ? 'first' : 'last'
  do {
    page = await pageOf(running, as, { ...query, size, page: asked })
    expect(page.total).toBe(many.length)
    const seen = way === 'back' ? pages.flat() : []
    pages.push(idsOf(page).filter((id) => !seen.includes(id)))
    asked = way === 'forward' ? { after: page.after ?? '' } : { before: page.before ?? '' }
  } while (way === 'forward' ? page.after !== null : page.before !== null)
  return (way === 'forward' ? pages : pages.reverse()).flat()
}

const lastOf = {
  closing: 'closesOn',
  due: 'dueOn',
  'next-change': 'nextChangeOn',
  received: 'receivedOn',
} as const

describe('Paging', () => {
  for (const by of WorklistSort.shape.by.options) {
    for (const direction of WorklistSort.shape.direction.options) {
      it(`walks every row once by ${by} ${direction}, forward and back alike`, async () => {
        const query = listAsked('open', { sort: { by, direction } })
        const forward = await walked(query, 'forward', 7)
        expect(new Set(forward).size).toBe(many.length)
        expect(forward).toHaveLength(many.length)
        expect(await walked(query, 'back', 8)).toEqual(forward)
        const few = { ...query, owner: 'nobody' as const, text: 'bel', list: 'open' as const }
        expect((await pageOf(running, as, few)).total).toBe(0)
      })
    }
  }

  for (const [by, column] of Object.entries(lastOf)) {
    it(`puts days in order by ${by}, and what has none last in either direction`, async () => {
      for (const direction of ['ascending', 'descending'] as const) {
        const sort = { by: by as keyof typeof lastOf, direction }
        const { rows } = await pageOf(running, as, { ...listAsked('open', { sort }), size: 100 })
        const days = rows.map((row) => row[column])
        const present = days.filter((it) => it !== null)
        const sorted = present.toSorted()
        expect(present).toEqual(direction === 'ascending' ? sorted : sorted.reverse())
        expect(days.slice(present.length).every((it) => it === null)).toBe(true)
      }
    })
  }

  it('sorts names without regard to case, a family name before the longer ones that begin with it', async () => {
    const sort = { by: 'name', direction: 'ascending' } as const
    const { rows } = await pageOf(running, as, { ...listAsked('open', { sort }), size: 100 })
    const names = rows.map(({ patient }) => patient.familyName.toLowerCase())
    expect([...new Set(names)]).toEqual(['abel', 'abel moss', 'abel-moss', 'ábel'])
  })

  it('gives marks only where the list goes on', async () => {
    const query = listAsked('open')
    const first = await pageOf(running, as, { ...query, size: 10 })
    expect([first.before, first.after === null]).toEqual([null, false])
    const last = await pageOf(running, as, { ...query, size: 10, page: 'last' })
    expect([last.before === null, last.after]).toEqual([false, null])
    const whole = await pageOf(running, as, { ...query, size: 100 })
    expect([whole.before, whole.after]).toEqual([null, null])
  })

  it('gives the whole first page when paging back comes to the beginning', async () => {
    const query = { ...listAsked('open'), size: 10 }
    const first = await pageOf(running, as, query)
    const short = await pageOf(running, as, { ...query, size: 4 })
    const page = { before: short.after ?? '' }
    const back = await pageOf(running, as, { ...query, page })
    expect(idsOf(back)).toEqual(idsOf(first))
    expect([back.before, back.after]).toEqual([null, first.after])
  })

  it('gives the last page when nothing is left after a mark', async () => {
    const query = { ...listAsked('open'), size: 10 }
    const last = await pageOf(running, as, { ...query, page: 'last' })
    const end = last.rows.at(-1)
    const after = markOf('closing', { key: end?.closesOn ?? null, id: end?.id ?? '' })
    const beyond = await pageOf(running, as, { ...query, page: { after } })
    expect(idsOf(beyond)).toEqual(idsOf(last))
    expect([beyond.before, beyond.after]).toEqual([last.before, null])
  })

  const id = '00000000-0000-4000-8000-000000000000'
  const foreign = {
    'that is no mark': 'x',
    'of another sort': markOf('name', { key: 'abel', id }),
    'with another kind of key': markOf('closing', { key: 'abel', id }),
    'without a key where there always is one': Buffer.from(`["received",null,"${id}"]`).toString(
      'base64url',
    ),
  }
  for (const [what, after] of Object.entries(foreign)) {
    it(`is refused with a mark ${what}`, async () => {
      const by = what.startsWith('without') ? 'received' : 'closing'
      const sort = { by, direction: 'ascending' } as const
      const body = { ...listAsked('open', { sort }), size: 10, page: { after } }
      const answer = await running.send('POST', '/api/referrals/search', { as, body })
      expect(answer.statusCode).toBe(422)
      expect(answer.json().errors).toEqual([
        {
          pointer: '/page/after',
          reason: 'is not the mark of a page of this list; start from its first page',
        },
      ])
    })
  }
})
