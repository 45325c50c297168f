import { describe, expect, it } from 'vitest'
import { answeredHere, referral, run } from './screened.ts'

describe('a line that is no findings', () => {
  const note = (text: string) =>
    `{"assessedOn":"2026-11-21","patient":{"qualityOfLifeNote":"${text}"},"levels":[{"level":"L1"}]}`
  const refused: [string, string | Buffer, string, RegExp][] = [
    ['a blank line', '', '', /is blank/],
    ['a line of white space', ' \t\r', '', /is blank/],
    ['half a line of JSON', '{"assessedOn":"2026-', '', /is not JSON/],
    ['two values on a line', '{}{}', '', /is not JSON/],
    ['a byte order mark', `\uFEFF${referral}`, '', /byte order mark/],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), '', /is not UTF-8/],
    ['a NUL byte', note('a\u0000b'), '', /is not JSON/],
    ['an escaped NUL', note('a\\u0000b'), '/patient/qualityOfLifeNote', /cannot be stored/],
    ['a lone surrogate', note('a\\ud800b'), '/patient/qualityOfLifeNote', /cannot be stored/],
    ['text as findings', '"L1"', '', /must be an object/],
    ['null as findings', 'null', '', /must be an object/],
    [
      'a key named twice',
      '{"assessedOn":"2026-11-21","levels":[{"level":"L1","level":"L2"}]}',
      '/levels/0/level',
      /is named twice/,
    ],
    [
      'a key named twice in another spelling',
      '{"assessedOn":"2026-11-21","levels":[{"level":"L1","le\\u0076el":"L1"}]}',
      '/levels/0/level',
      /is named twice/,
    ],
    [
      'a reserved key',
      '{"assessedOn":"2026-11-21","levels":[{"level":"L1"}],"__proto__":{}}',
      '',
      /not known/,
    ],
    [
      'a line longer than 1 MiB',
      `{"assessedOn":"${'9'.repeat(3_000_000)}"}`,
      '',
      /longer than 1 MiB/,
    ],
  ]

  let answered: string[] | undefined
  const answersToRefused = () => {
    const lineFeed = Buffer.from('\n')
    const input = refused.flatMap(([, line]) => [Buffer.from(line), lineFeed])
    answered ??= run(Buffer.concat([...input, Buffer.from(`${referral}\n`)])).lines
    return answered
  }

  it.each(refused.map((one, index) => [one[0], index + 1, one] as const))(
    'refuses %s, on line %i',
    (_, line, [, , pointer, reason]) => {
      const answer = JSON.parse(answersToRefused()[line - 1] ?? '')
      expect(answer).toMatchObject({ line, error: { refusals: [{ pointer }] } })
      expect(answer.error.refusals[0].reason).toMatch(reason)
    },
  )

  it('screens the line after them all', () => {
    expect(answersToRefused()).toHaveLength(refused.length + 1)
    expect(answersToRefused().at(-1)).toBe(answeredHere(`${referral}\n`).lines[0])
  })

  it('takes a colon in a note for no key', () => {
    expect(answeredHere(`${note('pain: all day; \\"worst\\": night')}\n`)).toMatchObject({
      refused: 0,
    })
  })
})
