type Hand = (receipt: Buffer, chance: () => number) => Buffer

const upTo = (end: number, chance: () => number) => Math.floor(chance() * end)

const anyOf = <One>(list: readonly One[], chance: () => number): One =>
  list[upTo(list.length, chance)] as One

const spliced = (bytes: Buffer, at: number, lost: number, put = '') =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(put), bytes.subarray(at + lost)])

/** Does something to one of the places of a text that a pattern fits. */
const anywhere =
  (pattern: RegExp, change: (found: string, chance: () => number) => string): Hand =>
  (receipt, chance) => {
    const text = receipt.toString()
    const { index, 0: found } = anyOf([...text.matchAll(pattern)], chance)
    const end = index + found.length
    return Buffer.from(`${text.slice(0, index)}${change(found, chance)}${text.slice(end)}`)
  }

const simpleMember = /"\w+":(?:"[^"]*"|\d+)/g
const number = /(?<=:)\d+/g
const notThat = ['.0', 'e0', 'E+0', '0000000000000000', '.5']
const noNumbers = ['NaN', 'Infinity', '1e400', 'true', 'null', '9007199254740993', '"1"', '[1]', '']

const backwards = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).reverse())
    : value

/** Ways to change a receipt's bytes so that it says something else, or the same in another way. */
export const falsifiedBytes: Record<string, Hand> = {
  'a byte changed': (receipt, chance) => {
    const changed = Buffer.from(receipt)
    const at = upTo(receipt.length, chance)
    changed[at] = (changed[at] ?? 0) ^ (1 + upTo(255, chance))
    return changed
  },
  'a bit changed': (receipt, chance) => {
    const changed = Buffer.from(receipt)
    const at = upTo(receipt.length, chance)
    changed[at] = (changed[at] ?? 0) ^ (1 << upTo(8, chance))
    return changed
  },
  'a byte lost': (receipt, chance) => spliced(receipt, upTo(receipt.length, chance), 1),
  'a letter more': (receipt, chance) => spliced(receipt, upTo(receipt.length, chance), 0, 'A'),
  'a zero byte more': (receipt, chance) => spliced(receipt, upTo(receipt.length, chance), 0, '\0'),
  'cut short': (receipt, chance) => receipt.subarray(0, upTo(receipt.length, chance)),
  'twice in one file': (receipt) => Buffer.concat([receipt, receipt]),
  'no newline': (receipt) => receipt.subarray(0, -1),
  'a newline more': (receipt) => Buffer.concat([receipt, Buffer.from('\n')]),
  'another end of the line': (receipt, chance) =>
    spliced(receipt, receipt.length - 1, 1, anyOf(['\r\n', '\r', '\u2028', '\0'], chance)),
  'a byte order mark': (receipt) => spliced(receipt, 0, 0, '\ufeff'),
  'white space': anywhere(
    /[{}[\],:]/g,
    (found, chance) => `${found}${anyOf([' ', '\n', '\t', '\r', '\u00a0'], chance)}`,
  ),
  'a comma more': anywhere(/[}\]]/g, (found) => `,${found}`),
  'members in another order': (receipt) =>
    Buffer.from(`${JSON.stringify(backwards(JSON.parse(receipt.toString())))}\n`),
  'inner members in another order': (receipt) => {
    const text = receipt.toString()
    const turned = JSON.stringify(JSON.parse(text), (key, value) =>
      key ? backwards(value) : value,
    )
    return Buffer.from(`${turned}\n`)
  },
  'a member twice': anywhere(simpleMember, (found) => `${found},${found}`),
  'a member twice, first as another': anywhere(
    simpleMember,
    (found) => `${found.slice(0, found.indexOf(':'))}:0,${found}`,
  ),
  'an escape without need': anywhere(
    /(?<=")[a-z]/g,
    (found) => `\\u00${found.charCodeAt(0).toString(16)}`,
  ),
  'the dash as an escape': anywhere(/—/g, () => '\\u2014'),
  'a lone surrogate': anywhere(/—/g, (_, chance) => anyOf(['\\ud800', '\\udc00'], chance)),
  'a newline that is not escaped': anywhere(/\\n/g, () => '\n'),
  'a number in another way': anywhere(number, (found, chance) => found + anyOf(notThat, chance)),
  'a number with a sign or a zero': anywhere(
    number,
    (found, chance) => anyOf(['-', '+', '0', '0x'], chance) + found,
  ),
  'no number': anywhere(number, (_, chance) => anyOf(noNumbers, chance)),
}
