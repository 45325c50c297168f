import type { WorklistPageAsked, WorklistQuery } from '../../apps/api/src/contract.ts'
import {
  Priority,
  ReferralState,
  WorklistName,
  WorklistOutcome,
  WorklistSort,
} from '../../apps/api/src/contract.ts'
import { markOf } from '../../apps/api/src/referrals/worklist-marks.ts'

/** One request to measure: what kind it is, what it asks for in words, where it is sent and with what. */
export type Asked = { kind: string; what: string; path: string; body: object }

const ownerFilters = ['me', 'everyone', 'nobody'] as const
const sorts = WorklistSort.shape.by.options
const directions = WorklistSort.shape.direction.options

const query = (asked: Partial<WorklistQuery>): WorklistQuery => ({
  list: 'open',
  owner: 'everyone',
  states: [],
  outcomes: [],
  priorities: [],
  text: null,
  sort: { by: 'closing', direction: 'ascending' },
  ...asked,
})

const wordsOf = ({ list, owner, states, outcomes, priorities, text, sort }: WorklistQuery) =>
  [list, owner, ...states, ...outcomes, ...priorities, text, `by ${sort.by} ${sort.direction}`]
    .filter((word) => word !== null)
    .join(', ')

const page = (
  kind: string,
  asked: Partial<WorklistQuery>,
  which: WorklistPageAsked['page'] = 'first',
): Asked => {
  const whole = query(asked)
  const place = typeof which === 'string' ? which : 'middle'
  const what = `${wordsOf(whole)}, ${place} page`
  return { kind, what, path: '/api/referrals/search', body: { ...whole, size: 50, page: which } }
}

const everySort = sorts.flatMap((by) => directions.map((direction) => ({ by, direction })))

const lists = WorklistName.options.flatMap((list) =>
  ownerFilters.flatMap((owner) =>
    everySort.map((sort) => page('list and sort', { list, owner, sort })),
  ),
)

const single = ownerFilters.flatMap((owner) => [
  ...ReferralState.options.map((state) =>
    page('one filter', {
      list: state === 'decided' || state === 'closed' ? 'done' : 'open',
      owner,
      states: [state],
    }),
  ),
  ...WorklistOutcome.options.map((outcome) => page('one filter', { owner, outcomes: [outcome] })),
  ...Priority.options.map((priority) => page('one filter', { owner, priorities: [priority] })),
])

const combined = WorklistName.exclude(['done']).options.flatMap((list) =>
  ownerFilters.flatMap((owner) =>
    everySort
      .filter(({ direction }) => direction === 'ascending')
      .flatMap((sort) => [
        page('filters together', {
          list,
          owner,
          sort,
          states: ['new', 'in-triage'],
          priorities: ['urgent'],
        }),
        page('filters together', {
          list,
          owner,
          sort,
          outcomes: ['no-level', 'meets'],
          priorities: ['soon', 'routine'],
        }),
      ]),
  ),
)

const texts = [
  'ma',
  'al',
  'MRN-00000042',
  'alack',
  'barbeden, ma',
  'ma bar',
  'zz',
  'quin',
  'Mara',
  'nobody at all',
]
const textLists = ['open', 'needs-information', 'overdue', 'done'] as const

const searches = texts.flatMap((text) =>
  textLists.flatMap((list) =>
    (['closing', 'name', 'received'] as const).flatMap((by) => [
      page('search', { list, text, sort: { by, direction: 'ascending' } }),
      page('search', { list, text, owner: 'me', sort: { by, direction: 'descending' } }),
    ]),
  ),
)

const middles = (today: string, newest: number): Asked[] => {
  const keys = { closing: today, due: today, received: today, name: 'kel', 'next-change': today }
  const id = '00000000-0000-7000-a000-000000050000'
  return sorts.flatMap((by) => {
    const key = by === 'changed' ? String(Math.floor(newest / 2)) : keys[by]
    const mark = markOf(by, { key, id })
    return WorklistName.options.flatMap((list) => [
      page('deeper page', { list, sort: { by, direction: 'ascending' } }, { after: mark }),
      page(
        'deeper page',
        { list, owner: 'me', sort: { by, direction: 'descending' } },
        { before: mark },
      ),
      page('deeper page', { list, sort: { by, direction: 'descending' } }, 'last'),
    ])
  })
}

const tiles = ownerFilters.map((owner) => ({
  kind: 'tiles',
  what: owner,
  path: '/api/referrals/tiles',
  body: { owner },
}))

const news = (newest: number) =>
  WorklistName.options.flatMap((list) =>
    ownerFilters.map((owner) => ({
      kind: 'news',
      what: `${list}, ${owner}`,
      path: '/api/referrals/news',
      body: { ...query({ list, owner }), since: String(newest - 200) },
    })),
  )

/** Every request that is measured, in the order it is sent. */
export const everyRequest = (today: string, newest: number): Asked[] => [
  ...lists,
  ...single,
  ...combined,
  ...searches,
  ...middles(today, newest),
  ...tiles,
  ...news(newest),
]
