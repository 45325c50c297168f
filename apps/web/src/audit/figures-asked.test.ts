import { addDays } from '@kyphoscreen/rules'
import { describe, expect, it } from 'vitest'
import { today } from '../today.ts'
import { type FiguresAsked, figuresAddress, figuresFrom, figuresOfServer } from './figures-asked.ts'
import { FiguresTyped, typedFigures } from './figures-typed.ts'
import { writeNarrowed } from './write-narrowed.ts'

const nothing: FiguresAsked = { from: null, to: null, version: null, outcome: null, surgeon: null }
const narrow: FiguresAsked = {
  from: '2026-03-01',
  to: '2026-03-31',
  version: '1.0.0',
  outcome: 'meets',
  surgeon: '0190f000-0000-7000-8000-000000000001',
}

describe('What figures are asked for', () => {
  it.each([nothing, narrow])('comes back from its address as it was', (asked) => {
    expect(figuresFrom(figuresAddress(asked))).toEqual(asked)
  })

  it('is left open where the address says it wrongly', () => {
    const wrong = 'from=soon&to=2026-02-31&version=one&outcome=good&surgeon=Quill'
    expect(figuresFrom(new URLSearchParams(wrong))).toEqual(nothing)
  })

  it('names no referrer in the address, and tells the server of it', () => {
    expect(figuresAddress(narrow).toString()).not.toContain('referrer')
    const { referrer, until } = figuresOfServer(narrow, 'Mossbank practice')
    expect(referrer).toBe('Mossbank practice')
    expect(until).toBe(new Date('2026-04-01T00:00:00').toISOString())
  })

  it('is typed as it is read', () => {
    for (const asked of [nothing, narrow, { ...nothing, from: addDays(today(), -30) }]) {
      const { referrer, ...read } = FiguresTyped.parse(typedFigures(asked, 'Mossbank practice'))
      expect(read).toEqual(asked)
      expect(referrer).toBe('Mossbank practice')
    }
  })

  it('is refused where its last day lies before the first', () => {
    const typed = { ...typedFigures(narrow, null), to: '01-Feb-2026' }
    expect(FiguresTyped.safeParse(typed).error?.issues[0]?.path).toEqual(['to'])
  })

  it('is written out', () => {
    const choices = { versions: [], referrers: [], surgeons: [] }
    expect(writeNarrowed(nothing, null, choices)).toBe('Everything')
    const surgeons = [{ id: narrow.surgeon ?? '', displayName: 'An invented surgeon' }]
    expect(writeNarrowed(narrow, 'Mossbank practice', { ...choices, surgeons })).toBe(
      '01-Mar-2026 to 31-Mar-2026 · ruleset version 1.0.0 · outcome meets · referred by Mossbank practice · decided by An invented surgeon',
    )
  })
})
