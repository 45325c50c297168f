import { describe, expect, it } from 'vitest'
import { filterOf } from './asked-of-server.ts'
import { addressOf, askedFrom, everything, isNarrowed } from './audit-address.ts'

const patientId = '01900000-0000-7000-8000-000000000001'

describe('The address of the log', () => {
  it('says what is looked at, and is read back as it was', () => {
    const asked = {
      patientId,
      person: 'nobody',
      group: 'views',
      outcome: 'refused',
      from: '2026-11-01',
      to: '2026-11-02',
      page: { olderThan: 51 },
    } as const
    expect(askedFrom(addressOf(asked))).toEqual(asked)
    expect(askedFrom(addressOf({ ...everything, page: { newerThan: 7 } }))).toEqual({
      ...everything,
      page: { newerThan: 7 },
    })
  })

  it('leaves out what is open, and what it says wrongly is left open', () => {
    expect(addressOf(everything).toString()).toBe('')
    expect(askedFrom(new URLSearchParams('patient=Quill&kind=x&from=soon&older=-1'))).toEqual(
      everything,
    )
    expect(isNarrowed(everything)).toBe(false)
    expect(isNarrowed({ ...everything, group: 'views' })).toBe(true)
  })
})

describe('The days of a filter', () => {
  it('begin where this browser is, and the last one is included', () => {
    const { from, until } = filterOf({ ...everything, from: '2026-11-01', to: '2026-11-01' })
    expect(from).toBe(new Date(2026, 10, 1).toISOString())
    expect(until).toBe(new Date(2026, 10, 2).toISOString())
  })
})
