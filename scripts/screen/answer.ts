import { isUtf8 } from 'node:buffer'
import {
  type Refusal,
  readFindings,
  refusalsOf,
  type ScreeningResult,
  screen,
  screenPlain,
} from '@kyphoscreen/rules'
import { type Batch, longestLine } from './batches.ts'
import { everyKeyIsThere, keyNamedTwice } from './duplicate-keys.ts'
import { bytesOf, jsonOf } from './json-of.ts'
import { Lines } from './lines.ts'
import { addResult } from './result-json.ts'

/** The answers to a batch, one line of JSON each in UTF-8, and how many lines were screened and refused; `lines` hold until the next batch. */
export type Answers = { lines: Uint8Array; screened: number; refused: number }

const lines = new Lines()
const lineFeed = 10
const blank = /^[ \t\r]*$/
const byteOrderMark = '\uFEFF'

/** Answers every line of a batch in order: its result, or its number with what was refused. */
export function answersTo({ firstLine, bytes }: Batch): Answers {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let screened = 0
  let refused = 0
  let from = 0
  for (let line = firstLine; from < bytes.length; line++) {
    const end = bytes.indexOf(lineFeed, from)
    const answer =
      answerToPlain({ bytes, view, at: from, end }) ?? answerTo(bytes.subarray(from, end))
    if (Array.isArray(answer)) {
      lines.add(bytesOf(`${jsonOf({ line, error: { refusals: answer } })}\n`))
      refused++
    } else {
      addResult(lines, answer)
      screened++
    }
    from = end + 1
  }
  return { lines: lines.take(), screened, refused }
}

const utf8 = new TextDecoder('utf8', { ignoreBOM: true })

/** Answers a line that is written plainly; leaves every other one to the whole check, and so does a fault. */
function answerToPlain(plain: Parameters<typeof screenPlain>[0]) {
  try {
    return screenPlain(plain)
  } catch {
    return undefined
  }
}

function answerTo(line: Uint8Array): ScreeningResult | Refusal[] {
  if (line.length > longestLine) return [whole('is longer than 1 MiB; send fewer facts')]
  if (!isUtf8(line)) return [whole('is not UTF-8; save the file as UTF-8')]
  return answerToText(utf8.decode(line))
}

function answerToText(text: string): ScreeningResult | Refusal[] {
  try {
    return answerToFindings(text)
  } catch (error) {
    return [whole(error instanceof SyntaxError ? whyNotJson(text) : fault)]
  }
}

const fault = 'could not be screened: a fault of Kyphoscreen, not of the findings; report it'

function whyNotJson(text: string): string {
  if (text.startsWith(byteOrderMark)) {
    return 'starts with a byte order mark; save the file as UTF-8 without one'
  }
  return blank.test(text)
    ? 'is blank; remove the line'
    : 'is not JSON; write one findings object a line'
}

function answerToFindings(text: string): ScreeningResult | Refusal[] {
  const read = readFindings(text)
  if (read.success && everyKeyIsThere(text, read.data)) return screen(read.data)
  const twice = keyNamedTwice(text)
  const refusals = read.success ? [] : refusalsOf(read.error)
  if (twice !== undefined) refusals.unshift({ pointer: twice, reason: 'is named twice; keep one' })
  return read.success && refusals.length === 0 ? screen(read.data) : refusals
}

const whole = (reason: string): Refusal => ({ pointer: '', reason })
