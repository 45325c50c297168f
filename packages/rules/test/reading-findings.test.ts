import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { surelyAccepts } from '../src/accepts.ts'
import { LevelFacts, PatientFacts } from '../src/facts.ts'
import { readFindings, screen } from '../src/index.ts'
import { arbitraryFindings } from './arbitrary-findings.ts'
import { arbitraryText, bySchema } from './spoiled-findings.ts'

describe('reading findings from text', { timeout: 120_000 }, () => {
  it('comes to what the schema says of any text, field by field', () => {
    let accepted = 0
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const read = readFindings(text)
        const expected = bySchema(text)
        expect(read.data).toStrictEqual(expected.data)
        expect(read.error?.issues).toEqual(expected.error?.issues)
        if (read.success) accepted++
      }),
      { numRuns: 2000 },
    )
    expect(accepted).toBeGreaterThan(500)
  })

  it('freezes what it gives, and screens alike when other findings were read since', () => {
    fc.assert(
      fc.property(arbitraryFindings, (findings) => {
        const { data } = readFindings(JSON.stringify(findings))
        if (data === undefined) throw new Error('the findings are accepted')
        const result = screen(data)
        readFindings('{"assessedOn":"2026-11-21","levels":[{"level":"L1"}]}')
        expect(screen(data)).toEqual(result)
        const parts = [
          data,
          data.levels,
          ...data.levels,
          data.patient,
          data.patient?.careModalities,
        ]
        expect(parts.every((part) => part === undefined || Object.isFrozen(part))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('throws as JSON.parse does on what is not JSON', () => {
    expect(() => readFindings('{"assessedOn":')).toThrow(SyntaxError)
  })
})

describe('being sure that a schema accepts', () => {
  it.each([
    ['plain facts of a patient', PatientFacts, { painScore: 7, careModalities: ['bracing'] }, true],
    ['plain facts of a level', LevelFacts, { level: 'L1', onsetOn: '2026-11-01' }, true],
    ['a level without its name', LevelFacts, { onsetOn: '2026-11-01' }, false],
    ['a key that is there without a value', LevelFacts, { level: 'L1', cause: undefined }, false],
    ['a key that is not known', PatientFacts, { painscore: 7 }, false],
    ['a number that is none', PatientFacts, { painScore: Number.NaN }, false],
    ['a list with a hole', PatientFacts, { careModalities: Array(1) }, false],
    ['too long a list', PatientFacts, { careModalities: Array(21).fill('other') }, false],
    ['a list in place of an object', PatientFacts, [], false],
    ['nothing in place of an object', PatientFacts, null, false],
  ])('with %s', (_, schema, value, sure) => {
    expect(surelyAccepts(schema)(value)).toBe(sure)
    if (sure) expect(schema.parse(value)).toEqual(value)
  })

  it('is never sure of minus zero, even once zero was accepted', () => {
    const sure = surelyAccepts(PatientFacts)
    expect([0, -0, 0].map((painScore) => sure({ painScore }))).toEqual([true, false, true])
  })

  it('is sure of a value at its limit and not beyond it, however often it is asked', () => {
    const sure = surelyAccepts(PatientFacts)
    const ages = [0, 130, 130.5, -1, '7', 130, 130.5, -1, '7']
    const asked = ages.map((ageYears) => sure({ ageYears }))
    expect(asked).toEqual([true, true, false, false, false, true, false, false, false])
  })

  it('never takes over the verdict on rules of a kind it does not know', () => {
    const text = z.string()
    expect(surelyAccepts(z.object({ text }))({ text: '' })).toBe(false)
    expect(surelyAccepts(z.strictObject({ text }).refine(() => true))({ text: '' })).toBe(false)
    expect(surelyAccepts(z.array(text).refine(() => true))([])).toBe(false)
    expect(surelyAccepts(text.trim())(' a')).toBe(false)
    expect(surelyAccepts(z.strictObject({ text: text.default('a') }))({})).toBe(false)
    expect(surelyAccepts(z.array(text).min(1).max(2))(['a', 'b', 'c'])).toBe(false)
    expect(surelyAccepts(z.array(text).min(1))([])).toBe(false)
    expect(surelyAccepts(z.array(text).min(1))(['a'])).toBe(true)
  })
})
