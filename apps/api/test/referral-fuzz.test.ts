import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem, type Referral } from '../src/contract.ts'
import { etagOf } from '../src/referrals/if-match.ts'
import { expected, newReferral, receivedReferral, sendChange, toDo } from './a-referral.ts'
import { anyText } from './any-text.ts'
import { type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
let referral: Referral
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('navigator')
  for (const [path, body] of Object.entries({ '/documents': expected(), '/tasks': toDo })) {
    referral ??= await receivedReferral(running, as)
    referral = (await sendChange(running, as, referral, ['POST', path, body])).json()
  }
})
afterAll(() => running.close())

/** What each route takes when it is right, so that only a part of it is wrong. */
const right = () => {
  const { id, version, patient, documents, tasks } = referral
  const at = `/api/referrals/${id}`
  return [
    ['POST', '/api/referrals', newReferral(patient.id)],
    ['PATCH', at, { priority: 'soon', dueOn: '2026-12-01' }],
    ['POST', `${at}/steps`, { to: 'in-triage', why: 'complete' }],
    ['POST', `${at}/notes`, { text: 'rang' }],
    ['POST', `${at}/documents`, expected()],
    ['PATCH', `${at}/documents/${documents[0]?.id}`, { note: 'by fax' }],
    ['POST', `${at}/tasks`, toDo],
    ['PATCH', `${at}/tasks/${tasks[0]?.id}`, { done: true }],
    ['POST', '/api/referrals/assign', { referrals: [{ id, version }], ownerId: null }],
  ] as const
}

const text = anyText(40)
const fields = [
  ...[
    'patientId',
    'externalId',
    'referrer',
    'receivedOn',
    'reason',
    'priority',
    'ownerId',
    'dueOn',
  ],
  ...['to', 'why', 'text', 'kind', 'note', 'documentOn', 'what', 'done', 'referrals', 'version'],
]
const change = fc.dictionary(fc.constantFrom(...fields), fc.oneof(text, fc.jsonValue()), {
  maxKeys: 1,
})
const ifMatch = fc.oneof(
  fc.constant('as it is'),
  fc.constantFrom('*', 'W/"1"', '"1", "2"', '""', '"77777"', '"1e3"', '"9007199254740993"'),
  text.map((any) => Buffer.from(any).toString('base64url')),
)

/** The version that the referral has by now, where one is asked for. */
const named = async (tag: string) => {
  if (tag !== 'as it is') return tag
  const { id } = referral
  return etagOf(await running.owner.referral.findUniqueOrThrow({ where: { id } }))
}

const asked = fc.record({ route: fc.nat(8), change, ifMatch })

describe('whatever is sent to change a referral', () => {
  it('is done or refused by a problem, never fails, and never leaves half of it', async () => {
    const statuses = new Set<number>()
    const anything = fc.asyncProperty(asked, async (sent) => {
      const [method, url, body] = right()[sent.route] ?? ['POST', '/api/referrals', {}]
      const answer = await running.send(method, url, {
        as,
        body: { ...body, ...sent.change },
        headers: { 'if-match': await named(sent.ifMatch) },
      })
      statuses.add(answer.statusCode)
      expect(answer.statusCode).toBeLessThan(500)
      if (answer.statusCode >= 400) Problem.parse(answer.json())
    })
    await fc.assert(anything, { numRuns: 300, seed: 20_261_121 })
    for (const status of [200, 201, 400, 409, 412, 422]) expect(statuses).toContain(status)
    const rows = await running.owner.referral.findMany({ include: { _count: true } })
    expect(rows.length).toBeGreaterThan(1)
    for (const { version, _count } of rows) expect(_count.events).toBe(version)
  }, 60_000)
})
