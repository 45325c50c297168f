import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Person, Referral } from '../src/contract.ts'
import { expected, receivedReferral, sendChange, toDo } from './a-referral.ts'
import { type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
let owner: Person
let referral: Referral
const nobody = '0199a0a0-0000-7000-8000-000000000000'
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('navigator')
  owner = (await running.send('GET', '/api/people', { as })).json().people[0]
})
afterAll(() => running.close())
beforeEach(async () => {
  referral = await receivedReferral(running, as)
})

const change = (method: string, path: string, body: unknown, seen = referral) =>
  sendChange(running, as, seen, [method, path, body])

const done = async (...asked: Parameters<typeof change>): Promise<Referral> =>
  (await change(...asked)).json()

describe('a document', () => {
  it('is expected, then received, and both are told', async () => {
    const waiting = await done('POST', '/documents', expected())
    expect(waiting.documents).toMatchObject([expected()])
    const [document] = waiting.documents
    const came = { receivedOn: '2026-11-21', documentOn: '2026-11-10', note: 'by fax' }
    const received = await done('PATCH', `/documents/${document?.id}`, came, waiting)
    expect(received.documents).toEqual([{ ...document, ...came }])
    expect(received.events[0]).toMatchObject({
      kind: 'document',
      what: 'Received: MRI report',
      from: document,
      to: { ...document, ...came },
    })
  })

  it('of another referral is not found', async () => {
    const { documents } = await done('POST', '/documents', expected())
    const other = await receivedReferral(running, as)
    const path = `/documents/${documents[0]?.id}`
    expect((await change('PATCH', path, { note: 'mine' }, other)).statusCode).toBe(404)
  })

  it.each([
    ['received after tomorrow', { receivedOn: '2026-11-23' }, '/receivedOn'],
    ['of a day after tomorrow', { documentOn: '2026-11-23' }, '/documentOn'],
    ['of a kind of its own', { kind: 'video' }, '/kind'],
    ['with a note in two lines', { note: 'two\nlines' }, '/note'],
  ])('is refused when it is %s', async (_, wrong, pointer) => {
    const answer = await change('POST', '/documents', { ...expected(), ...wrong })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors[0].pointer).toBe(pointer)
  })
})

describe('a task', () => {
  it('is done by somebody, and open again', async () => {
    const given = await done('POST', '/tasks', { ...toDo, ownerId: owner.id })
    const { id = '', ...task } = given.tasks[0] ?? {}
    expect(task).toEqual({ what: toDo.what, dueOn: toDo.dueOn, owner, done: null })
    const finished = await done('PATCH', `/tasks/${id}`, { done: true }, given)
    const by = { displayName: 'An invented navigator', role: 'navigator' }
    expect(finished.tasks[0]?.done).toEqual({ by, at: running.clock.now().toISOString() })
    const again = await done('PATCH', `/tasks/${id}`, { done: false }, finished)
    expect(again.tasks).toEqual(given.tasks)
    expect(again.events.map(({ what }) => what)).toEqual([
      'Task open again',
      'Task done',
      'Task added',
      'Received',
    ])
  })

  it('is refused when it is so already, or has no owner who can', async () => {
    const given = await done('POST', '/tasks', toDo)
    const path = `/tasks/${given.tasks[0]?.id}`
    expect((await change('PATCH', path, { done: false }, given)).statusCode).toBe(422)
    const unowned = await change('POST', '/tasks', { ...toDo, ownerId: nobody }, given)
    expect(unowned.json().errors).toMatchObject([{ pointer: '/ownerId' }])
  })

  it('of another referral is not found', async () => {
    const { tasks } = await done('POST', '/tasks', toDo)
    const other = await receivedReferral(running, as)
    expect(
      (await change('PATCH', `/tasks/${tasks[0]?.id}`, { done: true }, other)).statusCode,
    ).toBe(404)
  })
})
