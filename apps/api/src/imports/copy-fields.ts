import { daysBetween } from '@kyphoscreen/rules'

/**
 * Rows as the binary format of PostgreSQL's COPY has them, which the database need not read as text. Each is a
 * string of bytes, one a character, for strings are put together several times as fast as bytes are written.
 */

/** What comes before the first row, and after the last. */
export const [copyHead, copyTail] = [
  Buffer.from('PGCOPY\n\u{ff}\r\n\0\0\0\0\0\0\0\0\0', 'latin1'),
  Buffer.from([0xff, 0xff]),
] as const

/** A field that is not there, which the database calls null. */
export const absent = '\u{ff}\u{ff}\u{ff}\u{ff}'

const fromBytes = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

const two = (value: number) => String.fromCharCode((value >> 8) & 0xff, value & 0xff)
const four = (value: number) => two(value >> 16) + two(value)

const usualLengths = Array.from({ length: 2048 }, (_, length) => four(length))
const lengthOf = (length: number) => usualLengths[length] ?? four(length)

const field = (bytes: string) => lengthOf(bytes.length) + bytes

/** How a row begins: with the number of its fields. */
export const rowStart = (fields: number): string => two(fields)

/** A text, or JSON; what is not there is absent. */
export function textField(text: string | null | undefined): string {
  if (text == null) return absent
  return field(
    Buffer.byteLength(text) === text.length ? text : Buffer.from(text).toString('latin1'),
  )
}

/** True or false. */
export const booleanField = (value: boolean): string => field(value ? '\u{1}' : '\0')

/** A whole number of four bytes. */
export const wholeField = (value: number): string => field(four(value))

/** A whole number of eight bytes that is not known yet. */
export const sequenceToCome: string = field('\0'.repeat(8))

/** An id whose sixteen bytes are given. */
export const idField = (bytes: string): string => field(bytes)

/** The bytes of an id that is written out. */
export const idBytes = (id: string): string => fromBytes(Buffer.from(id.replaceAll('-', ''), 'hex'))

/** Writes out the id whose bytes stand in a row. */
export const writtenId = (row: Buffer, at: number): string =>
  row.toString('hex', at, at + 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

/** Writes a sequence where its eight bytes stand. */
export function writeSequence(row: Buffer, at: number, sequence: number): void {
  row.writeUInt32BE(Math.floor(sequence / 2 ** 32), at)
  row.writeUInt32BE(sequence % 2 ** 32, at + 4)
}

/** Tells where the last field of a row begins. */
export function lastField(bytes: Buffer, from: number): number {
  let at = from + 2
  for (let fields = bytes.readUInt16BE(from); fields > 1; fields--) {
    at += 4 + Math.max(0, bytes.readInt32BE(at))
  }
  return at
}

const firstDay = '2000-01-01'

/** A moment, as it is written in UTC. */
export function momentField(moment: string): string {
  const microseconds = BigInt(Date.parse(moment) - Date.parse(firstDay)) * 1000n
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(microseconds)
  return field(fromBytes(bytes))
}

const mostDays = 65_536
const days = new Map<string, string>()

/** A day; what is not there is absent. */
export function dayField(day: string | null | undefined): string {
  if (day == null) return absent
  const known = days.get(day)
  if (known !== undefined) return known
  const made = wholeField(daysBetween(firstDay, day))
  if (days.size === mostDays) days.clear()
  days.set(day, made)
  return made
}
