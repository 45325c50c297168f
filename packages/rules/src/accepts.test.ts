import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { surelyAccepts } from './accepts.ts'

const Level = z.strictObject({
  name: z.enum(['L1', 'L2']),
  edema: z.boolean().optional(),
  percent: z.number().min(0).max(100).optional(),
  care: z
    .array(z.enum(['bracing', 'other']))
    .max(2)
    .optional(),
})
const Levels = z.array(Level).min(1).max(2)

/** Counts how often a schema is asked about a text. */
function counting() {
  let asked = 0
  const schema = z.string().refine(() => {
    asked += 1
    return true
  })
  return { sure: surelyAccepts(schema), asked: () => asked }
}

describe('a quick check derived from a schema', () => {
  it.each([
    ['all that is needed', { name: 'L1' }],
    ['every key', { name: 'L2', edema: false, percent: 0, care: ['bracing', 'other'] }],
    ['a list of nothing where it may be', { name: 'L1', care: [] }],
    ['the greatest number', { name: 'L1', percent: 100 }],
  ])('is sure of %s', (_, value) => {
    const sure = surelyAccepts(Level)
    expect([sure(value), sure(value)]).toEqual([true, true])
  })

  it.each([
    ['a needed key that is missing', {}],
    ['a needed key that is undefined', { name: undefined }],
    ['a key that is not known', { name: 'L1', other: 1 }],
    ['a key of every object', { name: 'L1', toString: 1 }],
    ['another word', { name: 'L3' }],
    ['a word in place of yes or no', { name: 'L1', edema: 'true' }],
    ['a number out of bounds', { name: 'L1', percent: 101 }],
    ['minus zero', { name: 'L1', percent: -0 }],
    ['an optional key that is undefined', { name: 'L1', percent: undefined }],
    ['a null', { name: 'L1', percent: null }],
    ['an object in place of a word', { name: {} }],
    ['a word in place of a list', { name: 'L1', care: 'bracing' }],
    ['an object like a list', { name: 'L1', care: { length: 0 } }],
    ['a list with another word', { name: 'L1', care: ['bracing', 'yoga'] }],
    ['a list that is too long', { name: 'L1', care: ['bracing', 'other', 'other'] }],
    ['null', null],
    ['nothing', undefined],
    ['text', 'L1'],
    ['a list', [{ name: 'L1' }]],
    ['an empty list', []],
  ])('leaves %s to the schema', (_, value) => {
    const sure = surelyAccepts(Level)
    expect([sure(value), sure(value)]).toEqual([false, false])
  })

  it('leaves what is no object to the schema, also where no key is needed', () => {
    const sure = surelyAccepts(z.strictObject({ edema: z.boolean().optional() }))
    expect([{}, null, 5, '', [], true].map(sure)).toEqual([true, ...new Array(5).fill(false)])
  })

  it('is sure of lists of any length that is allowed and of no other', () => {
    const sure = surelyAccepts(Levels)
    const lists = [0, 1, 2, 3].map((length) => new Array(length).fill({ name: 'L1' }))
    expect(lists.map(sure)).toEqual([false, true, true, false])
    expect(sure([{ name: 'L1' }, { name: 'L3' }])).toBe(false)
  })

  it('is sure of the same text or number at any time, and of zero after minus zero', () => {
    const sure = surelyAccepts(z.number().min(0).optional())
    expect([sure(-0), sure(0), sure(-0), sure(1), sure(-1), sure(-1)]).toEqual([
      ...[false, true, false],
      ...[true, false, false],
    ])
  })

  it.each([
    ['an object that takes any key', z.object({ name: z.string() }), { name: 'L1' }],
    [
      'an object with a rule of its own',
      z.strictObject({ name: z.string() }).refine(() => true),
      { name: 'L1' },
    ],
    ['a list of one length', z.array(z.string()).length(1), ['L1']],
    ['a list with a rule of its own', z.array(z.string()).refine(() => true), ['L1']],
  ])('is never sure of %s', (_, schema, value) => {
    expect(surelyAccepts(schema)(value)).toBe(false)
  })

  it('asks the schema where yes or no has a rule of its own, or a text is given back otherwise', () => {
    const yes = surelyAccepts(z.boolean().refine((value) => value))
    expect([yes(true), yes(false)]).toEqual([true, false])
    expect(surelyAccepts(z.string().trim())('L1 ')).toBe(false)
    expect(surelyAccepts(z.string().trim())('L1')).toBe(true)
  })

  it('asks the schema once for each short text, and again for each long one, which is not kept', () => {
    const short = counting()
    for (const text of ['a', 'a', 'b', 'x'.repeat(30), 'x'.repeat(30)]) short.sure(text)
    expect(short.asked()).toBe(3)
    const long = counting()
    expect([long.sure('x'.repeat(31)), long.sure('x'.repeat(31))]).toEqual([true, true])
    expect(long.asked()).toBe(2)
  })

  it('asks the schema once for each number', () => {
    let asked = 0
    const sure = surelyAccepts(z.number().refine(() => ++asked > 0))
    expect([sure(5), sure(5), asked]).toEqual([true, true, 1])
  })
})
