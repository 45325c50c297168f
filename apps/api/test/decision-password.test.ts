import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decided, decisionsOf, plan, sendDecision } from './a-decision.ts'
import { quickHash } from './quick-hash.ts'
import { password, type RunningApp, recorded, registered, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
let patientId: string
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('surgeon')
  patientId = (await registered(running, as)).id
})
afterAll(() => running.close())

const screened = async () => (await recorded(running, as, patientId)).id
const wrong = { ...plan, password: 'a guess of somebody else' }

describe('a decision with a wrong password', () => {
  it('is refused by its field, stores nothing and keeps the session', async () => {
    const screeningId = await screened()
    const answer = await sendDecision(running, as, screeningId, wrong)
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({
      type: 'urn:kyphoscreen:problem:wrong-password',
      errors: [{ pointer: '/password' }],
    })
    expect(await decisionsOf(running, as, screeningId)).toEqual([])
  })

  it('is refused when it is the password of a colleague', async () => {
    const theirs = 'a password of a colleague'
    await running.owner.account.create({
      data: {
        username: 'colleague',
        displayName: 'An invented colleague',
        role: 'surgeon',
        passwordHash: quickHash(theirs),
      },
    })
    const answer = await sendDecision(running, as, await screened(), { ...plan, password: theirs })
    expect(answer.statusCode).toBe(403)
  })

  it('leaves no password in the log of the server, be it right or wrong', async () => {
    const screeningId = await screened()
    await sendDecision(running, as, screeningId, wrong)
    await decided(running, as, screeningId)
    expect(running.lines.join('')).not.toContain(password)
    expect(running.lines.join('')).not.toContain(wrong.password)
  })

  it('counts as a failed sign-in: after ten the right one has to wait, too', async () => {
    const screeningId = await screened()
    for (let time = 0; time < 10; time += 1) await sendDecision(running, as, screeningId, wrong)
    const answer = await sendDecision(running, as, screeningId, plan)
    expect(answer.statusCode).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    const body = { username: 'surgeon', password }
    expect((await running.send('POST', '/api/session', { body })).statusCode).toBe(429)
    running.clock.pass(14)
    await running.send('GET', '/api/session', { as })
    running.clock.pass(2)
    await decided(running, as, screeningId)
  })
})
