import { ruleset } from '@kyphoscreen/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Screening } from '../src/contract.ts'
import { sendSignOff, sendWithdrawal } from './a-sign-off.ts'
import {
  meetingFindings,
  type RunningApp,
  recorded,
  registered,
  runningApp,
} from './running-app.ts'

let running: RunningApp
let as: string
let patientId: string
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('surgeon')
  patientId = (await registered(running, as)).id
})
afterAll(() => running.close())

const draft = { signedOff: false, words: 'draft reading, not signed off' }
const signed = {
  signedOff: true,
  words: 'reading signed off by An invented surgeon on 21-Nov-2026',
}

const readingAt = async (path: string) => (await running.send('GET', path, { as })).json().reading

const evaluated = async () =>
  (await running.send('POST', '/api/evaluations', { as, body: meetingFindings })).json()

const readAgain = ({ id }: Screening) => readingAt(`/api/screenings/${id}`)

describe('every reply that has a result', () => {
  it('says that its reading is a draft until a surgeon has signed, and keeps to what counted when it was recorded', async () => {
    expect((await evaluated()).reading).toEqual(draft)
    expect(await readingAt('/api/ruleset')).toEqual(draft)
    const before = await recorded(running, as, patientId)
    expect(before.reading).toEqual(draft)

    running.clock.pass(0.01)
    const { id } = (await sendSignOff(running, as)).json()
    running.clock.pass(0.01)
    expect((await evaluated()).reading).toEqual(signed)
    expect(await readingAt('/api/ruleset')).toEqual(signed)
    const after = await recorded(running, as, patientId)
    expect(after.reading).toEqual(signed)
    expect(await readAgain(before)).toEqual(draft)

    running.clock.pass(0.01)
    await sendWithdrawal(running, as, id)
    expect(await readAgain(after)).toEqual(signed)
    expect((await evaluated()).reading).toEqual(draft)
  })

  it('says so beside the result, which knows nothing of it', async () => {
    const { result } = await recorded(running, as, patientId)
    expect(result).not.toHaveProperty('reading')
    expect(result.ruleset).toEqual({
      id: ruleset.id,
      version: ruleset.version,
      hash: ruleset.hash,
    })
  })
})
