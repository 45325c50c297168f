import type { z } from 'zod'
import { surelyAccepts } from './accepts.ts'
import { endOfMember, isMark, nextMark, type Plain } from './plain-bytes.ts'
import { onForget } from './remembered.ts'

/** One key of an object with its value, as it was written. */
export type Member = {
  readonly key: string
  /** Its place among the keys of the object, as one bit. */
  readonly bit: number
  readonly value: unknown
  /** Its bytes, four at a time; the last four may overlap those before. */
  readonly words: Int32Array
  readonly length: number
  /** One that was remembered before it in the same place. */
  readonly before: Member | undefined
  /** The one that was met behind it the last time: most often the next as well. */
  next: Member | undefined
}

const quote = 34
const places = 4096
const placeShift = 20

function placeOf(view: DataView, from: number, end: number): number {
  let hash = end - from
  for (let at = from; at < end - 4; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at), 0x9e3779b1)
  }
  return Math.imul(hash ^ view.getInt32(end - 4), 0x9e3779b1) >>> placeShift
}

function wordsAt(view: DataView, from: number, end: number): Int32Array {
  const words: number[] = []
  for (let at = from; at < end - 4; at += 4) words.push(view.getInt32(at))
  return Int32Array.from([...words, view.getInt32(end - 4)])
}

function isAt({ words, length }: Member, view: DataView, from: number, end: number): boolean {
  if (length !== end - from) return false
  const last = words.length - 1
  for (let which = 0, at = from; which < last; which++, at += 4) {
    if (words[which] !== view.getInt32(at)) return false
  }
  return words[last] === view.getInt32(end - 4)
}

const plainText = /^[ -[\]-~]*$/

function parsed(text: string): readonly [key: string, value: unknown] | undefined {
  if (!plainText.test(text)) return undefined
  try {
    const [one, ...others] = Object.entries(JSON.parse(`{${text}}`))
    return others.length === 0 ? one : undefined
  } catch {
    return undefined
  }
}

const longestRemembered = 60
const longestRead = 2000
const shortest = 5
const most = 4096

/**
 * Derives from the keys of an object a reader of its members, one at a time. What is remembered is compared
 * byte by byte; the first time a member is met, `JSON.parse` and the schema are asked. It gives undefined for
 * whatever is not written plainly or not surely accepted.
 */
export function memberReader(
  shape: Readonly<Record<string, z.core.$ZodType>>,
): (plain: Plain) => Member | undefined {
  const keys = new Map(
    Object.entries(shape).map(([key, schema], place) => [
      key,
      { bit: 1 << place, sure: surelyAccepts(schema) },
    ]),
  )
  const remembered = new Array<Member | undefined>(places).fill(undefined)
  let kept = 0
  let last: Member | undefined
  const forget = () => {
    remembered.fill(undefined)
    last = undefined
    kept = 0
  }
  onForget(forget)

  const find = (view: DataView, from: number, end: number): Member | undefined => {
    let member = end - from < shortest ? undefined : remembered[placeOf(view, from, end)]
    while (member !== undefined && !isAt(member, view, from, end)) member = member.before
    return member
  }

  const remember = (place: number, member: Member): Member => {
    if (kept >= most) forget()
    kept += 1
    remembered[place] = { ...member, before: remembered[place] }
    return remembered[place]
  }

  const readAnew = ({ bytes, view }: Plain, from: number, end: number): Member | undefined => {
    const length = end - from
    if (bytes[from] !== quote || length > longestRead || length < shortest) return undefined
    const one = parsed(String.fromCharCode(...bytes.subarray(from, end)))
    if (one === undefined) return undefined
    const [key, value] = one
    const known = keys.get(key)
    if (known === undefined || !known.sure(value)) return undefined
    Object.freeze(value)
    const words = wordsAt(view, from, end)
    const none = undefined
    const member = { key, bit: known.bit, value, words, length, before: none, next: none }
    return length > longestRemembered ? member : remember(placeOf(view, from, end), member)
  }

  const read = (plain: Plain, from: number): Member | undefined => {
    const { view } = plain
    plain.at = nextMark(plain, from)
    const short = find(view, from, plain.at)
    if (short !== undefined) return short
    plain.at = endOfMember(plain, from)
    return plain.at > plain.end
      ? undefined
      : (find(view, from, plain.at) ?? readAnew(plain, from, plain.at))
  }

  return (plain) => {
    const { bytes, view, at: from } = plain
    let member = last?.next
    if (member !== undefined) {
      const end = from + member.length
      if (end < plain.end && isMark(bytes[end]) && isAt(member, view, from, end)) {
        plain.at = end
        last = member
        return member
      }
    }
    member = read(plain, from)
    if (last !== undefined) last.next = member
    last = member
    return member
  }
}
