import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { memberReader } from './plain-members.ts'
import { forgetEverything } from './remembered.ts'

const shape = {
  ageYears: z.number().optional(),
  note: z.string().optional(),
  modalities: z.array(z.enum(['bracing', 'medication'])).optional(),
}

const longestRemembered = 60
const longestRead = 2000
const most = 4096

const read = memberReader(shape)

function member(text: string) {
  const bytes = new TextEncoder().encode(`${text}}\n`)
  return read({ bytes, view: new DataView(bytes.buffer), at: 0, end: bytes.length - 1 })
}

/** Reads members, each in an object of its own, and counts for how many JSON was asked. */
function askedFor(...texts: string[]) {
  const asked = vi.spyOn(JSON, 'parse')
  for (const text of texts) expect(member(text)?.value).toBeDefined()
  const { length } = asked.mock.calls
  asked.mockRestore()
  return length
}

const noteOf = (bytes: number) => `"note":"${'x'.repeat(bytes - '"note":""'.length)}"`
const age = (number: number) => `"ageYears":${number}`

describe('the members that were met', () => {
  beforeEach(forgetEverything)

  it('are remembered, in whatever order they are met again', () => {
    const [one, other, third] = [age(70), age(7), '"modalities":["bracing","medication"]']
    expect(askedFor(one, other, third)).toBe(3)
    expect(askedFor(one, third, other, third, one, one, other)).toBe(0)
    expect([one, other, third].map((text) => member(text)?.value)).toEqual([
      70,
      7,
      ['bracing', 'medication'],
    ])
  })

  it('are told apart by every byte', () => {
    const texts = ['ageYears', 'note'].flatMap((key) =>
      Array.from(
        { length: 200 },
        (_, number) => `"${key}":${key === 'note' ? `"${number}"` : number}`,
      ),
    )
    expect(askedFor(...texts)).toBe(400)
    expect(askedFor(...texts)).toBe(0)
    expect(
      texts.map((text) => `"${member(text)?.key}":${JSON.stringify(member(text)?.value)}`),
    ).toEqual(texts)
  })

  it('are forgotten with everything else', () => {
    expect(askedFor(age(70))).toBe(1)
    forgetEverything()
    expect(askedFor(age(70))).toBe(1)
  })

  it('are forgotten when there is no more room', () => {
    const many = Array.from({ length: most }, (_, number) => age(number))
    expect(askedFor(...many)).toBe(most)
    expect(askedFor(age(0))).toBe(0)
    expect(askedFor(age(most))).toBe(1)
    expect(askedFor(age(0))).toBe(1)
  })

  it('are read anew each time when they are long', () => {
    const [longest, longer] = [noteOf(longestRemembered), noteOf(longestRemembered + 1)]
    expect(askedFor(longest, longest, longest)).toBe(1)
    expect(askedFor(longer, longer, longer)).toBe(3)
  })

  it('are left to others when they are very long', () => {
    expect(member(noteOf(longestRead))?.key).toBe('note')
    expect(member(noteOf(longestRead + 1))).toBeUndefined()
  })

  it('are frozen, for they are shared', () => {
    expect(Object.isFrozen(member('"modalities":["bracing"]')?.value)).toBe(true)
  })

  it('are not taken for one another when one is met where the other was', () => {
    const [one, other] = [age(1), age(10)]
    expect([one, other, one, other].map((text) => member(text)?.value)).toEqual([1, 10, 1, 10])
  })
})
