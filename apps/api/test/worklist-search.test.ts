import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OwnerFilter } from '../src/contract.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { listAsked, pageOf } from './worklist-asked.ts'
import { givenReferrals } from './worklist-rows.ts'

let running: RunningApp
let as: string
let me: string
let colleague: string
const named: Record<string, string> = {}

const people = [
  ['Smith', 'Jane', 'AB-1'],
  ['Smithers', 'Janet', 'ab-12'],
  ['Van der Berg', 'Jo Ann', 'Q%1'],
  ['Ünal', 'Åsa', 'Q_1'],
  ['Janes', 'Smilla', 'smith'],
  ["O'Neil", 'Li', 'L\\1'],
  ['Li', 'Smith', 'X-9'],
] as const

beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('navigator')
  const idOf = async (username: string) =>
    (await running.owner.account.findUniqueOrThrow({ where: { username } })).id
  me = await idOf('navigator')
  colleague = await idOf('surgeon')
  const owners = [me, colleague, null]
  const ids = await givenReferrals(
    running,
    people.map(([familyName, givenName, mrn], index) => ({
      ...{ familyName, givenName, mrn },
      ownerId: owners[index % 3] ?? null,
    })),
  )
  for (const [index, id] of ids.entries()) named[id] = people[index]?.[0] ?? ''
})
afterAll(() => running.close())

const found = async (text: string | null, owner: OwnerFilter = 'everyone') => {
  const sort = { by: 'name', direction: 'ascending' } as const
  const { rows, total } = await pageOf(running, as, listAsked('open', { text, owner, sort }))
  expect(total).toBe(rows.length)
  return rows.map(({ id }) => named[id])
}

const searches: [text: string, names: string[], reason: string][] = [
  ['smith', ['Janes', 'Li', 'Smith', 'Smithers'], 'as MRN, as given and as family name'],
  ['SMITHE', ['Smithers'], 'in any case, by its beginning'],
  ['mith', [], 'not by its middle'],
  ['Smith, J', ['Smith', 'Smithers'], 'the family before the comma'],
  ['jane smi', ['Smith', 'Smithers', 'Janes'].toSorted(), 'in either order'],
  ['ab-1', ['Smith'], 'a whole MRN in any case, not its beginning'],
  ['van der berg jo', ['Van der Berg'], 'names of several words'],
  ['jo ann', ['Van der Berg'], 'a given name of two words'],
  ['ÜN', ['Ünal'], 'letters with marks in any case'],
  ['ås', ['Ünal'], 'given names with marks'],
  ['q%1', ['Van der Berg'], 'a percent sign is itself'],
  ['q_1', ['Ünal'], 'an underscore is itself'],
  ['l\\1', ["O'Neil"], 'a backslash is itself'],
  ["o'ne", ["O'Neil"], 'an apostrophe is itself'],
  ['li', ['Li', "O'Neil"], 'each referral once'],
  ['%%', [], 'no wildcards'],
  ['  smithe  ', ['Smithers'], 'spaces around do not matter'],
]

describe('Searching a list', () => {
  for (const [text, names, reason] of searches) {
    it(`finds by "${text}": ${reason}`, async () => {
      expect((await found(text)).toSorted()).toEqual(names.toSorted())
    })
  }

  it('goes with the other filters', async () => {
    expect(await found('smith', 'me')).toEqual(['Li', 'Smith'])
  })

  it('is refused with one character, which would find too much', async () => {
    const body = { ...listAsked('open', { text: ' s ' }), size: 10, page: 'first' }
    const answer = await running.send('POST', '/api/referrals/search', { as, body })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors).toEqual([
      { pointer: '/text', reason: 'is too short; type at least 2 characters' },
    ])
  })
})

describe('The owner of a list', () => {
  it('is me, nobody, a colleague or everyone', async () => {
    expect((await found(null, 'me')).toSorted()).toEqual(['Li', 'Smith', 'Ünal'])
    expect((await found(null, 'nobody')).toSorted()).toEqual(["O'Neil", 'Van der Berg'])
    expect((await found(null, colleague)).toSorted()).toEqual(['Janes', 'Smithers'])
    expect(await found(null)).toHaveLength(people.length)
    expect(await found(null, '00000000-0000-4000-8000-000000000000')).toEqual([])
  })

  it('is named in each row', async () => {
    const { rows } = await pageOf(running, as, listAsked('open', { owner: 'me' }))
    const { displayName, role } = { displayName: 'An invented navigator', role: 'navigator' }
    for (const { owner } of rows) expect(owner).toEqual({ id: me, displayName, role })
  })
})
