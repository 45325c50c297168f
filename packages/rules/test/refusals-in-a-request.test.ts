import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Findings, refusalsOf, vertebraeInOrder } from '../src/index.ts'
import { pointerTo } from '../src/refusal.ts'

const assessedOn = '2026-11-21'
const levels = [{ level: 'L1' }]
const levelNames = `must be one of: ${vertebraeInOrder.join(', ')}`
const realDay = 'must be a real calendar day written YYYY-MM-DD'
const leaveOut = 'leave the key out when it is not recorded'

describe('what is not findings', () => {
  it('is refused without advice to leave it out', () => {
    const checked = z.strictObject({ reason: z.string() }).safeParse({ reason: 5 })
    expect(refusalsOf(checked.error ?? { issues: [] })).toEqual([
      { pointer: '/reason', reason: 'must be text' },
    ])
  })

  it('is pointed at by keys with a tilde or a slash escaped', () => {
    expect(pointerTo(['a~b', 'c/d', 0])).toBe('/a~0b/c~1d/0')
  })
})

describe('findings inside a request', () => {
  it.each([
    [{ assessedOn, levels: 'L1' }, '/findings/levels', 'must be a list'],
    [{ assessedOn, levels: [{ level: 5 }] }, '/findings/levels/0/level', levelNames],
    [{ assessedOn, levels: ['L1'] }, '/findings/levels/0', 'must be an object'],
    [
      { assessedOn, levels, patient: 'Jane' },
      '/findings/patient',
      `must be an object; ${leaveOut}`,
    ],
    [{ levels, assessedOn: 5 }, '/findings/assessedOn', realDay],
  ])(
    '%o are refused at %s: %s, "leave out" only for what may be left out',
    (sent, pointer, reason) => {
      const checked = z.strictObject({ findings: Findings }).safeParse({ findings: sent })
      expect(refusalsOf(checked.error ?? { issues: [] })).toEqual([{ pointer, reason }])
    },
  )
})
