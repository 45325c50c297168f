import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Referral, WorklistRow } from '../src/contract.ts'
import { receivedReferral, sendChange } from './a-referral.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { letter } from './told-evidence.ts'
import { listAsked } from './worklist-asked.ts'

let running: RunningApp
let surgeon: string
let navigator: string
let referral: Referral
beforeAll(async () => {
  running = await runningApp()
  const admin = await running.signIn('admin')
  surgeon = await running.signIn('surgeon')
  navigator = await running.signIn('navigator')
  await running.send('PUT', '/api/settings', { as: admin, body: { blindFirst: true } })
  referral = await receivedReferral(running, navigator)
  referral = (await add(navigator, '/evidence', letter)).json()
})
afterAll(() => running.close())

const add = (as: string, path: string, body?: unknown) =>
  sendChange(running, as, referral, ['POST', path, body])

const read = (as: string, path = '') =>
  running.send('GET', `/api/referrals/${referral.id}${path}`, { as })

const page = (as: string, asked = {}) => {
  const body = { ...listAsked('open', asked), size: 50, page: 'first' }
  return running.send('POST', '/api/referrals/search', { as, body })
}

const rowOf = async (as: string): Promise<WorklistRow | undefined> =>
  (await page(as)).json().rows.find(({ id }: WorklistRow) => id === referral.id)

const tellsOutcome = /meets|insufficient|does-not-meet|needs-surgeon|"met"|headline|criteria/

describe('where the clinic works blind first, a surgeon', () => {
  it('gets no outcome in lists, but what is urgent, in conflict or about to close', async () => {
    expect(await rowOf(navigator)).toMatchObject({ outcome: expect.stringMatching(/./) })
    const row = await rowOf(surgeon)
    const { outcome, decisive, nextOutcome, nextReason, readyOn, nextChangeOn } = row ?? {}
    expect([outcome, decisive, nextOutcome, nextReason, readyOn, nextChangeOn]).toEqual([
      ...[null, [], null, null, null, null],
    ])
    expect(row).toMatchObject({ urgent: expect.any(Boolean), conflicts: 0 })
    expect((await page(surgeon)).body).not.toMatch(tellsOutcome)
    const url = `/api/patients/${referral.patient.id}/referrals`
    const { body } = await running.send('GET', url, { as: surgeon })
    expect(body).not.toMatch(tellsOutcome)
  })

  it('cannot narrow a list by what is withheld, nor take it out', async () => {
    const asked = { outcomes: ['meets'] as const }
    const narrowed = await page(surgeon, asked)
    expect(narrowed.json().errors).toMatchObject([{ pointer: '/outcomes' }])
    expect((await page(navigator, asked)).statusCode).toBe(200)
    const taken = { as: surgeon, body: listAsked('open') }
    const { body } = await running.send('POST', '/api/referrals/export', taken)
    expect(body).toContain('withheld')
    expect(body).not.toMatch(tellsOutcome)
  })

  it('gets the referral with its evidence and not how it stands', async () => {
    const answer = await read(surgeon)
    expect(answer.json().standing).toEqual({ state: 'withheld', asOf: '2026-11-21' })
    expect(answer.json().facts.length).toBeGreaterThan(0)
    expect(answer.body).not.toMatch(tellsOutcome)
    expect((await read(surgeon, '/reply')).json().type).toMatch(/impression-wanted$/)
    expect((await read(navigator)).json().standing).toHaveProperty('result')
  })

  it('gets it once they gave an impression of its screening, which the next screening withholds again', async () => {
    const screened = await add(surgeon, '/screenings')
    expect(screened.statusCode).toBe(201)
    expect(screened.body).not.toMatch(tellsOutcome)
    expect((await read(surgeon)).body).not.toMatch(tellsOutcome)
    await running.send('POST', `/api/screenings/${screened.json().id}/impression`, {
      as: surgeon,
      body: { kind: 'defer', note: null },
    })
    referral = (await read(surgeon)).json()
    expect(referral.standing).toHaveProperty('result')
    expect((await read(surgeon, '/reply')).statusCode).toBe(200)
    expect((await add(navigator, '/screenings')).json()).toHaveProperty('result')
    expect((await read(surgeon)).json().standing.state).toBe('withheld')
  })
})
