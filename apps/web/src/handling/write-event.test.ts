import type { ReferralEvent } from '@kyphoscreen/api/contract'
import { expect, it } from 'vitest'
import { entriesChanged, writeEvent } from './write-event.ts'

const event: ReferralEvent = {
  sequence: '12',
  kind: 'change',
  what: 'Changed owner, due date',
  from: { owner: null, dueOn: '2026-11-24' },
  to: { owner: { id: 'x', displayName: 'Nora Vale', role: 'navigator' }, dueOn: null },
  why: null,
  by: { displayName: 'Nora Vale', role: 'navigator' },
  at: '2026-11-21T10:00:00.000Z',
}

it('an event tells what changed from what to what', () => {
  expect(entriesChanged(event)).toEqual([
    { label: 'Owner', from: 'none', to: 'Nora Vale' },
    { label: 'Due', from: '24-Nov-2026', to: 'none' },
  ])
})

it('an event is written in one line', () => {
  expect(writeEvent(event)).toBe(
    'Changed owner, due date (owner from none to Nora Vale; due from 24-Nov-2026 to none)',
  )
})

it('an event whose words say it all is written in its words', () => {
  const step = { ...event, kind: 'step' as const, what: 'From new to in triage' }
  expect(writeEvent(step)).toBe('From new to in triage')
})
