import { describe, expect, it } from 'vitest'
import { parseStrictJson } from './strict-json.ts'

const read = (text: string) => parseStrictJson(Buffer.from(text))

const refusedAs = (kind: string) => expect.objectContaining({ kind })

describe('a body that can be read in one way', () => {
  const accepted: [string, unknown][] = [
    ['{"a":{"b":1},"c":{"b":2}}', { a: { b: 1 }, c: { b: 2 } }],
    ['[{"a":1},{"a":2}]', [{ a: 1 }, { a: 2 }]],
    ['{"a":"a","b":"\\"a\\":","c":"{[}"}', { a: 'a', b: '"a":', c: '{[}' }],
    ['{"note":"\\ud83e\\udd14 caf\u00e9 \u202e"}', { note: '\u{1f914} caf\u00e9 \u202e' }],
    [' null ', null],
  ]
  for (const [text, value] of accepted) {
    it(`is read as it is: ${JSON.stringify(text)}`, () => expect(read(text)).toEqual(value))
  }

  it('may nest thirty-two deep', () => {
    expect(() => read('['.repeat(32) + ']'.repeat(32))).not.toThrow()
  })
})

describe('a body that is not JSON', () => {
  const broken = ['', '{', '{"a":}', "{'a':1}", '{"a":1,}', 'NaN', '{"a":1}{"b":2}', '// a\n{}']
  for (const text of broken) {
    it(`is refused: ${JSON.stringify(text)}`, () => {
      expect(() => read(text)).toThrow(refusedAs('malformed-json'))
    })
  }

  it('is refused when its bytes are not UTF-8', () => {
    const bytes = Buffer.concat([
      Buffer.from('{"a":"'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"}'),
    ])
    expect(() => parseStrictJson(bytes)).toThrow(refusedAs('malformed-json'))
  })

  it('is refused with a byte order mark', () => {
    expect(() => read('\ufeff{}')).toThrow(refusedAs('malformed-json'))
  })

  it('is refused in UTF-16', () => {
    expect(() => parseStrictJson(Buffer.from('{"a":1}', 'utf16le'))).toThrow(
      refusedAs('malformed-json'),
    )
  })
})

describe('a body that can be read in two ways', () => {
  const ambiguous: [string, string][] = [
    ['a key named twice', '{"a":1,"a":2}'],
    ['a key named twice, once escaped', '{"a":1,"\\u0061":2}'],
    ['a key named twice with space before the colon', '{"a" :1,"a"\n:2}'],
    ['a key named twice inside', '{"x":[{"a":1,"b":{},"a":2}]}'],
    ['__proto__', '{"__proto__":{"a":1}}'],
    ['__proto__, escaped', '{"\\u005f_proto__":1}'],
    ['constructor', '{"constructor":{"prototype":{}}}'],
    ['nesting thirty-three deep', '['.repeat(33) + ']'.repeat(33)],
    ['nesting without end', '['.repeat(32_000) + ']'.repeat(32_000)],
  ]
  for (const [kind, text] of ambiguous) {
    it(`is refused for ${kind}`, () => {
      expect(() => read(text)).toThrow(refusedAs('ambiguous-json'))
    })
  }
})

describe('text that cannot be stored', () => {
  const unstorable: [string, string, string][] = [
    [
      'a lone surrogate',
      '{"patient":{"qualityOfLifeNote":"\\ud800"}}',
      '/patient/qualityOfLifeNote',
    ],
    ['NUL in a list', '{"names":["a","b\\u0000"]}', '/names/1'],
    ['NUL in a key', '{"form":{"a\\u0000":1}}', '/form'],
    ['NUL under a key that may be a name', '{"form":{"Jane Q":"\\u0000"}}', '/form'],
    ['NUL alone', '"\\u0000"', ''],
  ]
  for (const [kind, text, pointer] of unstorable) {
    it(`is refused at its field: ${kind}`, () => {
      const told = expect.objectContaining({
        kind: 'invalid-content',
        errors: [{ pointer, reason: 'holds characters that cannot be stored; type it again' }],
      })
      expect(() => read(text)).toThrow(told)
    })
  }
})

describe('a long body', () => {
  it('is read in little time whatever it holds', () => {
    const long = ['"\\\\'.repeat(20_000), `"${'\\"'.repeat(30_000)}"`, '{"a":'.repeat(12_000)]
    const started = performance.now()
    for (const text of long) {
      try {
        read(text)
      } catch {}
    }
    expect(performance.now() - started).toBeLessThan(500)
  })
})
