import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WorklistName, WorklistQuery } from '../src/contract.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { listAsked, pageOf } from './worklist-asked.ts'
import { type Given, givenReferrals } from './worklist-rows.ts'

let running: RunningApp
let as: string
const named: Record<string, string> = {}

const given: Record<string, Given> = {
  lacks: {},
  'lacks its level': { outcome: 'no-level' },
  'has a contradiction': { outcome: 'contradiction' },
  'has a conflict': { outcome: 'meets', conflicts: 1 },
  'lacks, at the surgeon': { state: 'ready-for-surgeon' },
  meets: { outcome: 'meets' },
  'needs review': { outcome: 'needs-surgeon-review', state: 'in-triage' },
  'does not meet': { outcome: 'does-not-meet' },
  'is decided': { outcome: 'meets', state: 'decided', dueOn: '2026-11-01' },
  'is closed': { state: 'closed', readyOn: '2026-11-24', closesOn: '2026-11-24' },
  'ready today': { outcome: 'does-not-meet', readyOn: '2026-11-21' },
  'ready tomorrow': { outcome: 'does-not-meet', readyOn: '2026-11-22' },
  'ready in 7 days': { outcome: 'does-not-meet', readyOn: '2026-11-28' },
  'ready tomorrow but for a conflict': {
    outcome: 'does-not-meet',
    readyOn: '2026-11-22',
    conflicts: 1,
  },
  'ready in 8 days': { outcome: 'does-not-meet', readyOn: '2026-11-29' },
  'closes today': { outcome: 'does-not-meet', closesOn: '2026-11-21' },
  'closes tomorrow': { outcome: 'does-not-meet', closesOn: '2026-11-22' },
  'closes in 14 days': { outcome: 'does-not-meet', closesOn: '2026-12-05' },
  'closes in 15 days': { outcome: 'does-not-meet', closesOn: '2026-12-06' },
  'due yesterday': { outcome: 'does-not-meet', dueOn: '2026-11-20' },
  'due today': { outcome: 'does-not-meet', dueOn: '2026-11-21' },
}

const lists: Record<WorklistName, string[]> = {
  'needs-information': [
    'lacks',
    'lacks its level',
    'has a contradiction',
    'has a conflict',
    'ready tomorrow but for a conflict',
  ],
  'ready-for-surgeon': ['lacks, at the surgeon', 'meets', 'needs review'],
  'becomes-ready': ['ready tomorrow', 'ready in 7 days'],
  'window-closing': ['closes tomorrow', 'closes in 14 days'],
  overdue: ['due yesterday'],
  done: ['is decided', 'is closed'],
  open: Object.keys(given).filter((name) => name !== 'is decided' && name !== 'is closed'),
}

beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('navigator')
  const ids = await givenReferrals(running, Object.values(given))
  for (const [index, name] of Object.keys(given).entries()) named[ids[index] ?? ''] = name
})
afterAll(() => running.close())

const namesIn = async (asked: WorklistQuery) => {
  const { rows, total } = await pageOf(running, as, asked)
  expect(total).toBe(rows.length)
  return rows.map(({ id }) => named[id])
}

describe('A list', () => {
  for (const [list, names] of Object.entries(lists)) {
    it(`"${list}" holds what belongs to it on its boundary days, and its total`, async () => {
      const asked = listAsked(list as WorklistName)
      expect((await namesIn(asked)).toSorted()).toEqual(names.toSorted())
    })
  }

  it('counts in its tile what it holds', async () => {
    const body = { owner: 'everyone' }
    const answer = await running.send('POST', '/api/referrals/tiles', { as, body })
    const { open: _, ...tiles } = lists
    expect(answer.json()).toEqual({
      asOf: '2026-11-21',
      beingUpdated: 0,
      counts: Object.fromEntries(
        Object.entries(tiles).map(([list, names]) => [list, names.length]),
      ),
    })
  })

  it('is filtered by state, outcome and priority together', async () => {
    const asked = listAsked('open', { states: ['in-triage', 'new'], outcomes: ['meets'] })
    expect((await namesIn(asked)).toSorted()).toEqual(['has a conflict', 'meets'])
    expect(await namesIn({ ...asked, priorities: ['urgent'] })).toEqual([])
  })
})
