import fc from 'fast-check'
import { Findings } from '../src/index.ts'
import { arbitraryFindings } from './arbitrary-findings.ts'

const spoiled = 'SPOILED HERE'
const oddValues = [
  ...['-0', '0', '-1', '0.5', '1e999', '-1e999', '130.0001', '9007199254740993', 'null', 'true'],
  ...['""', '"failed"', '"Failed"', '"L1"', '"2026-02-30"', '"1899-12-31"', '"2026-1-01"'],
  ...['"2200-01-01"', '[]', '{}', '[null]', '["bracing"]', '[["bracing"]]', '[{"level":"L1"}]'],
  ...['{"level":"L1"}', '{"__proto__":{"level":"L1"}}', '"\\ud800"', '"\\u0000"', '"pain: 8"'],
  JSON.stringify('a'.repeat(1000)),
  JSON.stringify('a'.repeat(1001)),
  JSON.stringify(Array(21).fill('other')),
  JSON.stringify(Array(30).fill({ level: 'L1' })),
]
const oddKeys = [
  ...['level', 'levels', 'patient', 'assessedOn', 'painScore', 'careDays', 'careModalities'],
  ...['__proto__', 'constructor', 'toString', 'Level', '', 'unknown', 'onsetOn', 'ageYears'],
]

/** Puts an odd value in place of one that is there, adds an odd key beside it, or takes it away. */
function spoil(findings: Findings, place: number, key: string, how: string): unknown {
  const copy = structuredClone(findings)
  const holders: object[] = [copy, ...copy.levels, copy.levels]
  if (copy.patient) holders.push(copy.patient)
  if (copy.patient?.careModalities) holders.push(copy.patient.careModalities)
  const holder = holders[place % holders.length] ?? copy
  const keys = Object.keys(holder)
  const at = how === 'added' || keys.length === 0 ? key : (keys[place % keys.length] ?? key)
  if (how === 'taken away') Reflect.deleteProperty(holder, at)
  else Object.defineProperty(holder, at, { value: spoiled, enumerable: true, configurable: true })
  return copy
}

/** JSON text of findings, many of them with an odd key or value. */
export const arbitraryText = fc
  .record({
    findings: arbitraryFindings,
    place: fc.nat(200),
    key: fc.constantFrom(...oddKeys),
    how: fc.constantFrom('left', 'replaced', 'added', 'taken away'),
    value: fc.oneof(fc.constantFrom(...oddValues), fc.json()),
  })
  .map(({ findings, place, key, how, value }) =>
    how === 'left'
      ? JSON.stringify(findings)
      : JSON.stringify(spoil(findings, place, key, how)).replace(
          JSON.stringify(spoiled),
          () => value,
        ),
  )

/** What the schema says of JSON text. */
export const bySchema = (text: string) => Findings.safeParse(JSON.parse(text))
