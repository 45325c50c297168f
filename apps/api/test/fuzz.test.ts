import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '../src/contract.ts'
import { anyText } from './any-text.ts'
import { meetingFindings, newPatient, type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('surgeon')
})
afterAll(() => running.close())

const urls = [
  'POST /api/patients',
  'POST /api/patients/search',
  'POST /api/evaluations',
  'POST /api/screenings',
  'PUT /api/patients/0199a0a0-0000-7000-8000-000000000000/draft',
]

const text = anyText(60)

const nearlyRight = fc
  .tuple(
    fc.constantFrom<object[]>(
      newPatient(),
      meetingFindings,
      { patientId: '0199a0a0-0000-7000-8000-000000000000', findings: meetingFindings },
      { text: 'smith' },
      { form: { painScore: '8' } },
    ),
    fc.dictionary(
      fc.constantFrom('mrn', 'text', 'patient', 'levels', 'form', 'assessedOn'),
      fc.jsonValue(),
      {
        maxKeys: 2,
      },
    ),
  )
  .map(([right, change]) => ({ ...right, ...change }))

const body = fc.oneof(fc.jsonValue({ maxDepth: 4 }), nearlyRight, text, fc.dictionary(text, text))

describe('whatever is sent', () => {
  it('is answered or refused by a problem, never by a failure', async () => {
    const anything = fc.asyncProperty(
      fc.constantFrom(...urls),
      body,
      text,
      async (route, sent, key) => {
        const [method = '', url = ''] = route.split(' ')
        const idempotency = Buffer.from(key).toString('base64url').slice(0, 200)
        const headers = {
          'content-type': 'application/json',
          ...(idempotency && { 'idempotency-key': idempotency }),
        }
        const answer = await running.send(method, url, { as, body: JSON.stringify(sent), headers })
        expect(answer.statusCode).toBeLessThan(500)
        if (answer.statusCode >= 400) Problem.parse(answer.json())
      },
    )
    await fc.assert(anything, { numRuns: 400, seed: 20_261_121 })
  })

  it('is answered by a problem when the bytes are changed anywhere', async () => {
    const whole = Buffer.from(JSON.stringify(meetingFindings))
    const changed = fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.integer({ min: 0, max: 255 }),
      async (place, byte) => {
        const bytes = Buffer.from(whole)
        bytes[place] = byte
        const headers = { 'content-type': 'application/json' }
        const answer = await running.send('POST', '/api/evaluations', { as, body: bytes, headers })
        expect([200, 400, 422]).toContain(answer.statusCode)
        if (answer.statusCode >= 400) Problem.parse(answer.json())
      },
    )
    await fc.assert(changed, { numRuns: 400, seed: 20_261_121 })
  })
})
