import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FirstImportErrors } from '../src/contract.ts'
import { header, navigatorOf, rowOf, sendPatiently, tried } from './imported.ts'
import { type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
beforeAll(async () => {
  running = await runningApp()
  as = await navigatorOf(running)
})
afterAll(() => running.close())

const wrongRows = (count: number) =>
  Array.from({ length: count }, (_, index) => rowOf({ externalId: `W-${index}`, sex: 'x' }))

describe('What is shown of an import', () => {
  it('is at most the first 50 errors, in the order of their lines', async () => {
    const file = [header, ...wrongRows(60), ''].join('\n')
    const { id, listedErrors } = await tried(running, as, file)
    const answer = await sendPatiently(running, 'GET', `/api/imports/${id}/first-errors`, { as })
    const { errors } = answer.json<FirstImportErrors>()
    expect(listedErrors).toBe(60)
    expect(errors.map(({ line }) => line)).toEqual(Array.from({ length: 50 }, (_, at) => at + 2))
    expect(errors[0]).toMatchObject({ column: 'sex' })
  })

  it('counts nothing as stored when it is cancelled after its dry run', async () => {
    const file = [header, rowOf(), ...wrongRows(1), ''].join('\n')
    const { id, counts } = await tried(running, as, file)
    expect(counts).toMatchObject({ imported: 1, refused: 1 })
    const answer = await sendPatiently(running, 'POST', `/api/imports/${id}/cancel`, { as })
    const nothing = { rows: 0, imported: 0, skipped: 0, refused: 0, patients: 0 }
    expect(answer.json().counts).toEqual(nothing)
  })
})
