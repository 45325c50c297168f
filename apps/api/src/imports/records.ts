import { isUtf8 } from 'node:buffer'

/** One record of a file by the number of its first line: its text, or what is wrong with the whole of it. */
export type FileRecord = { line: number; text: string } | { line: number; refused: string }

/** Up to where a file is done with: that many bytes, and the lines before `line`. */
export type FilePlace = { used: number; line: number }

/** The longest record that is read, in bytes; a longer one is refused without being kept. */
export const longestRecord = 1024 * 1024

const lineFeed = 10
const carriageReturn = 13
const quote = 34
const nothing = Buffer.alloc(0)

const tooLong = 'is longer than 1 MiB; shorten it'
const openQuote =
  'opens a quote and does not close it; close it, or write each quote inside a text twice'
const notUtf8 = 'is not UTF-8; save the whole file as UTF-8'

/** Cuts a file into records, piece by piece; the last piece ends the last record. */
export type RecordCutter = { place: FilePlace; cut: (piece: Buffer, last: boolean) => FileRecord[] }

/**
 * Cuts records at line feeds; in a CSV, at those outside quotes. A record of a CSV that does not close
 * its quotes is refused, and reading goes on at its next line. Blank lines are passed over.
 */
export function recordCutter(csv: boolean, from: FilePlace = { used: 0, line: 1 }): RecordCutter {
  const place = { ...from }
  let rest: Buffer = nothing
  let passedOver = 0

  const passOver = (piece: Buffer, last: boolean, records: FileRecord[]): Buffer => {
    const feed = piece.indexOf(lineFeed)
    if (feed === -1 && !last) {
      passedOver += piece.length
      return nothing
    }
    const until = feed === -1 ? piece.length : feed + 1
    records.push({ line: place.line, refused: tooLong })
    place.line += 1
    place.used += passedOver + until
    passedOver = 0
    return piece.subarray(until)
  }

  const cut = (piece: Buffer, last: boolean): FileRecord[] => {
    const records: FileRecord[] = []
    const fresh = passedOver > 0 ? passOver(piece, last, records) : piece
    const bytes = rest.length === 0 ? fresh : Buffer.concat([rest, fresh])
    const ends = endsOf(bytes, csv, last)
    const allUtf8 = isUtf8(bytes)
    let at = 0
    while (at < bytes.length) {
      const found = ends(at)
      if (!found) break
      const { end, lines, closed } = found
      const record = closed ? readRecord(bytes.subarray(at, end), allUtf8) : { refused: openQuote }
      if (record) records.push({ line: place.line, ...record })
      place.line += lines
      at = Math.min(end + 1, bytes.length)
    }
    place.used += at
    rest = Buffer.from(bytes.subarray(at))
    if (rest.length > longestRecord) {
      passedOver = rest.length
      rest = nothing
    }
    return records
  }
  return { place, cut }
}

type End = { end: number; lines: number; closed: boolean }

/** Finds where the record that starts at a place ends; undefined when more must be read first. */
function endsOf(bytes: Buffer, csv: boolean, last: boolean) {
  let quoteAt = -1
  const nextQuote = (from: number) => {
    const found = csv ? bytes.indexOf(quote, from) : -1
    return found === -1 ? bytes.length : found
  }
  const oddQuotesBefore = (end: number) => {
    let odd = false
    for (; quoteAt < end; quoteAt = nextQuote(quoteAt + 1)) odd = !odd
    return odd
  }
  return (from: number): End | undefined => {
    if (quoteAt < from) quoteAt = nextQuote(from)
    const firstFeed = bytes.indexOf(lineFeed, from)
    const unclosed = () => {
      quoteAt = -1
      return { end: firstFeed === -1 ? bytes.length : firstFeed, lines: 1, closed: false }
    }
    let open = false
    let feed = firstFeed
    for (let lines = 1; ; lines++) {
      if (feed === -1 && !last) {
        return open && bytes.length - from > longestRecord ? unclosed() : undefined
      }
      const end = feed === -1 ? bytes.length : feed
      if (oddQuotesBefore(end)) open = !open
      if (!open) return { end, lines, closed: true }
      if (feed === -1 || end - from > longestRecord) return unclosed()
      feed = bytes.indexOf(lineFeed, end + 1)
      if (end + 1 >= bytes.length && last) return unclosed()
    }
  }
}

function readRecord(bytes: Buffer, allUtf8: boolean) {
  if (bytes.length > longestRecord) return { refused: tooLong }
  if (!allUtf8 && !isUtf8(bytes)) return { refused: notUtf8 }
  const end = bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length
  return end === 0 ? undefined : { text: bytes.toString('utf8', 0, end) }
}
