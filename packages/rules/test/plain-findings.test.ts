import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LevelFacts, PatientFacts } from '../src/facts.ts'
import { type Findings, screen, screenPlain } from '../src/index.ts'
import { readPlainFindings } from '../src/plain-findings.ts'
import { arbitraryFindings } from './arbitrary-findings.ts'
import { arbitraryText, bySchema } from './spoiled-findings.ts'

/** Writes JSON as other programs do: with a space behind commas and colons. */
const spaced = (text: string) => text.replaceAll(',"', ', "').replaceAll('":', '": ')

const wounded = fc
  .record({ text: arbitraryText, at: fc.nat(900), how: fc.constantFrom('cut', 'changed', 'twice') })
  .chain(({ text, at, how }) =>
    fc.constantFrom(...'{}[],:"0 \\\r\u00b5').map((letter) => {
      const place = at % text.length
      if (how === 'cut') return text.slice(0, place)
      const from = how === 'changed' ? place + 1 : Math.max(0, place - 25)
      return text.slice(0, place) + letter + text.slice(from)
    }),
  )

function inBytes(text: string) {
  const bytes = new TextEncoder().encode(`${text}\n`)
  return { bytes, view: new DataView(bytes.buffer), at: 0, end: bytes.length - 1 }
}

const readPlainly = (text: string) => readPlainFindings(inBytes(text))

function acceptedBySchema(text: string): Findings | undefined {
  try {
    return bySchema(text).data
  } catch {
    return undefined
  }
}

describe('reading plain findings from bytes', { timeout: 120_000 }, () => {
  it('reads what is written plainly as the schema does, with spaces and a carriage return too', () => {
    fc.assert(
      fc.property(arbitraryFindings, ({ patient, ...findings }) => {
        const { qualityOfLifeNote: _, ...told } = patient ?? {}
        const { levels, ...assessed } = findings
        const plain = { ...assessed, ...(patient && { patient: told }), levels }
        const text = JSON.stringify(plain)
        expect(readPlainly(text)).toEqual(plain)
        expect(readPlainly(`${spaced(text)}\r`)).toEqual(plain)
      }),
      { numRuns: 300 },
    )
  })

  it('gives what the schema accepts of any text, broken text too, or leaves it alone', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryText, arbitraryText.map(spaced), wounded), (text) => {
        const read = readPlainly(text)
        if (read !== undefined) expect(read).toEqual(acceptedBySchema(text))
      }),
      { numRuns: 1500 },
    )
  })

  const day = '"assessedOn":"2026-11-21"'
  it.each([
    [
      'a short note',
      `{${day},"patient":{"qualityOfLifeNote":"no stairs, no bed"},"levels":[{"level":"L1"}]}`,
      true,
    ],
    [
      'a long note',
      `{${day},"patient":{"qualityOfLifeNote":"${"can't, ".repeat(100)}"},"levels":[{"level":"L1"}]}`,
      true,
    ],
    [
      'several forms of care',
      `{${day},"patient":{"careModalities":["bracing","other"]},"levels":[{"level":"L1"}]}`,
      true,
    ],
    ['no patient', `{${day},"levels":[{"level":"L1"},{"level":"L2"}]}`, true],
    [
      'a fact named twice',
      `{${day},"patient":{"pregnant":false,"pregnant":false},"levels":[{"level":"L1"}]}`,
      false,
    ],
    [
      'the patient named twice',
      `{${day},"patient":{},"patient":{},"levels":[{"level":"L1"}]}`,
      false,
    ],
    ['a level without its name', `{${day},"levels":[{"cause":"malignancy"}]}`, false],
    ['no level', `{${day},"levels":[]}`, false],
    ['a level named twice', `{${day},"levels":[{"level":"L1"},{"level":"L1"}]}`, false],
    ['an escape', `{${day},"levels":[{"level":"L\\u0031"}]}`, false],
    [
      'letters beyond ASCII',
      `{${day},"patient":{"qualityOfLifeNote":"caf\u00e9"},"levels":[{"level":"L1"}]}`,
      false,
    ],
    ['something behind the findings', `{${day},"levels":[{"level":"L1"}]}}`, false],
    ['another order', `{"levels":[{"level":"L1"}],${day}}`, false],
    ['minus zero', `{${day},"patient":{"ageYears":-0},"levels":[{"level":"L1"}]}`, false],
    ['a day that is none', `{"assessedOn":"2026-02-30","levels":[{"level":"L1"}]}`, false],
    [
      'levels within a patient',
      `{${day},"patient":{"ageYears":-1,"levels":[{"level":"L1"}]}`,
      false,
    ],
    ['an end behind a level that is none', `{${day},"levels":[{"level":"L0"}`, false],
    ['a comma too many', `{${day},"levels":[{"level":"L1",}]}`, false],
    ['nothing', '', false],
  ])('is sure or not of %s, however often it is met', (_, text, isSure) => {
    const read = [readPlainly(text), readPlainly(text)]
    expect(read.map((findings) => findings !== undefined)).toEqual([isSure, isSure])
    if (isSure) expect(read).toEqual([acceptedBySchema(text), acceptedBySchema(text)])
  })

  it('gives every fact of a level and of the patient its key, recorded or not', () => {
    const told = readPlainly(`{${day},"patient":{"ageYears":70},"levels":[{"level":"L1"}]}`)
    expect(Object.keys(told?.patient ?? {})).toEqual(Object.keys(PatientFacts.shape))
    expect(Object.keys(told?.levels[0] ?? {})).toEqual(Object.keys(LevelFacts.shape))
  })

  it('screens what is read plainly, and nothing else', () => {
    const findings: Findings = { assessedOn: '2026-11-21', levels: [{ level: 'L1' }] }
    const text = JSON.stringify(findings)
    expect(screenPlain(inBytes(text))).toEqual(screen(findings))
    expect(screenPlain(inBytes(text.replace('L1', 'L0')))).toBeUndefined()
  })

  it('keeps reading rightly when more was met than it remembers', () => {
    for (let number = 0; number < 5000; number++) {
      const text = `{${day},"patient":{"ageYears":${60 + number / 100}},"levels":[{"level":"L1"}]}`
      expect(readPlainly(text)?.patient?.ageYears).toBe(60 + number / 100)
    }
  })
})
