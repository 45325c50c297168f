import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { surelyAccepts } from '../src/accepts.ts'
import { LevelFacts, PatientFacts } from '../src/findings.ts'
import { Findings, readFindings, screen } from '../src/index.ts'
import { arbitraryFindings } from './arbitrary-findings.ts'

const spoiled = 'SPOILED HERE'
const oddValues = [
  ...['-0', '0', '-1', '0.5', '1e999', '-1e999', '130.0001', '9007199254740993', 'null', 'true'],
  ...['""', '"failed"', '"Failed"', '"L1"', '"2026-02-30"', '"1899-12-31"', '"2026-1-01"'],
  ...['"2200-01-01"', '[]', '{}', '[null]', '["bracing"]', '[["bracing"]]', '[{"level":"L1"}]'],
  ...['{"level":"L1"}', '{"__proto__":{"level":"L1"}}', '"\\ud800"', '"\\u0000"', '"pain: 8"'],
  JSON.stringify('a'.repeat(1000)),
  JSON.stringify('a'.repeat(1001)),
  JSON.stringify(Array(21).fill('other')),
  JSON.stringify(Array(30).fill({ level: 'L1' })),
]
const oddKeys = [
  ...['level', 'levels', 'patient', 'assessedOn', 'painScore', 'careDays', 'careModalities'],
  ...['__proto__', 'constructor', 'toString', 'Level', '', 'unknown', 'onsetOn', 'ageYears'],
]

/** Puts an odd value in place of one that is there, adds an odd key beside it, or takes it away. */
function spoil(findings: Findings, place: number, key: string, how: string): unknown {
  const copy = structuredClone(findings)
  const holders: object[] = [copy, ...copy.levels, copy.levels]
  if (copy.patient) holders.push(copy.patient)
  if (copy.patient?.careModalities) holders.push(copy.patient.careModalities)
  const holder = holders[place % holders.length] ?? copy
  const keys = Object.keys(holder)
  const at = how === 'added' || keys.length === 0 ? key : (keys[place % keys.length] ?? key)
  if (how === 'taken away') Reflect.deleteProperty(holder, at)
  else Object.defineProperty(holder, at, { value: spoiled, enumerable: true, configurable: true })
  return copy
}

const arbitraryText = fc
  .record({
    findings: arbitraryFindings,
    place: fc.nat(200),
    key: fc.constantFrom(...oddKeys),
    how: fc.constantFrom('left', 'replaced', 'added', 'taken away'),
    value: fc.oneof(fc.constantFrom(...oddValues), fc.json()),
  })
  .map(({ findings, place, key, how, value }) =>
    how === 'left'
      ? JSON.stringify(findings)
      : JSON.stringify(spoil(findings, place, key, how)).replace(
          JSON.stringify(spoiled),
          () => value,
        ),
  )

const bySchema = (text: string) => Findings.safeParse(JSON.parse(text))

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
