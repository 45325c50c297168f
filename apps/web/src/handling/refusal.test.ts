import { expect, it } from 'vitest'
import { RequestFailed } from '../request.ts'
import { explainRefusal } from './refusal.ts'

const refused = (status: number, type: string, errors: { pointer: string; reason: string }[]) =>
  new RequestFailed({
    kind: 'refused',
    retryAfterSeconds: undefined,
    problem: { type, title: 'Not done', status, detail: 'See why.', requestId: 'r', errors },
  })

it.each([
  [
    refused(409, 'urn:x:illegal-step', [
      { pointer: '/to', reason: 'is not a step from here; legal are: closed' },
    ]),
    'This is not a step from here; legal are: closed.',
  ],
  [refused(409, 'urn:x:referral-taken', []), 'Not done. See why.'],
  [
    refused(409, 'urn:x:not-screenable', [
      { pointer: '/levels', reason: 'is not recorded; add evidence that names it' },
    ]),
    'Not done. The fractured level is not recorded; add evidence that names it.',
  ],
  [
    refused(422, 'urn:x:invalid-content', [
      { pointer: '/patient/neurologicDeficit', reason: 'is in doubt; choose which is right' },
    ]),
    'Neurologic deficit is in doubt; choose which is right.',
  ],
  [
    refused(422, 'urn:x:invalid-content', [
      { pointer: '', reason: 'changes nothing; send a field with another value' },
    ]),
    'What was sent changes nothing; send a field with another value.',
  ],
])('a refusal names the field in words and says what to do (%#)', (error, says) => {
  expect(explainRefusal(error)).toBe(says)
})
