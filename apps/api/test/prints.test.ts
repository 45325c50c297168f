import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toldBy } from './audited.ts'
import { type RunningApp, registered, runningApp } from './running-app.ts'

let running: RunningApp
let admin: string
let surgeon: string
let patientId: string
beforeAll(async () => {
  running = await runningApp()
  admin = await running.signIn('admin')
  surgeon = await running.signIn('surgeon')
  patientId = (await registered(running, surgeon)).id
})
afterAll(() => running.close())

const print = (as: string, body: object) => running.send('POST', '/api/prints', { as, body })

describe('A printed page of the log', () => {
  it.each(['one patient’s', 'everybody’s'])('is told, %s', async (whose) => {
    const of = whose === 'everybody’s' ? null : patientId
    const told = await toldBy(running, () =>
      print(admin, { kind: 'log', patientId: of, how: 'printed' }),
    )
    expect(told.map(({ event }) => event)).toMatchObject([
      { action: 'print', on: { kind: 'log', id: 'page' }, patientId: of },
    ])
  })

  it('is an admin’s alone', async () => {
    const answer = await print(surgeon, { kind: 'log', patientId: null, how: 'printed' })
    expect(answer.statusCode).toBe(403)
  })
})
