import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorsOf, navigatorOf, ran } from './imported.ts'
import { type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
beforeAll(async () => {
  running = await runningApp()
  as = await navigatorOf(running)
})
afterAll(() => running.close())

const ndjson = (...values: unknown[]) =>
  values.map((value) => `${typeof value === 'string' ? value : JSON.stringify(value)}\n`).join('')

const whole = (mark: string) => ({
  patient: {
    mrn: mark,
    familyName: 'Quill',
    givenName: 'Odile',
    birthDate: '1948-04-05',
    sex: 'female',
  },
  referral: {
    externalId: mark,
    referrerName: 'Dr. A. Invented',
    receivedOn: '2026-11-20',
    reason: 'Pain',
  },
  findings: { patient: { careDays: 24 }, levels: [{ level: 'L1', mriFinding: 'acute' }] },
})

const badLines: [what: string, line: unknown, column: string, reason: RegExp][] = [
  ['no JSON', '{"patient":', '', /is not JSON/],
  ['a list', '[]', '', /must be an object/],
  [
    'a key named twice',
    JSON.stringify(whole('X')).replace('"mrn"', '"mrn":"1","mrn"'),
    '',
    /two ways/,
  ],
  ['an unknown field', { ...whole('X'), verdict: 1 }, 'verdict', /not a known field/],
  ['a missing part', { ...whole('X'), referral: undefined }, 'referral', /is required/],
  [
    'text for a number',
    { ...whole('X'), findings: { patient: { careDays: '24' } } },
    'findings.patient.careDays',
    /number/,
  ],
  [
    'a NUL',
    { ...whole('X'), referral: { ...whole('X').referral, reason: 'a\u0000b' } },
    'referral.reason',
    /cannot be stored/,
  ],
  [
    'a level twice',
    { ...whole('X'), findings: { levels: [{ level: 'L1' }, { level: 'L1' }] } },
    'findings.levels.1.level',
    /./,
  ],
]

describe('A file of NDJSON', () => {
  it('is imported line by line', async () => {
    const done = await ran(
      running,
      as,
      ndjson(whole('J-1'), '', whole('J-2')),
      'application/x-ndjson',
    )
    expect(done.counts).toMatchObject({ rows: 2, imported: 2, refused: 0 })
  })

  it('makes a referral with an urgent red flag urgent, also when no level is told', async () => {
    const findings = { patient: { neurologicDeficit: true } }
    const flagged = { ...whole('J-4'), findings }
    const calm = { ...whole('J-5'), findings: { patient: { neurologicDeficit: false } } }
    await ran(running, as, ndjson(flagged, calm), 'application/x-ndjson')
    const stored = await running.owner.referral.findMany({
      where: { externalId: { in: ['J-4', 'J-5'] } },
      orderBy: { externalId: 'asc' },
    })
    expect(stored.map(({ outcome, urgent }) => [outcome, urgent])).toEqual([
      ['no-level', true],
      ['no-level', false],
    ])
  })

  it('is refused line by line where it cannot be read', async () => {
    const file = ndjson(...badLines.map(([, line]) => line), whole('J-3'))
    const done = await ran(running, as, file, 'application/x-ndjson; charset=utf-8')
    expect(done.counts).toMatchObject({ imported: 1, refused: badLines.length })
    const errors = await errorsOf(running, as, done)
    for (const [index, [what, , column, reason]] of badLines.entries()) {
      const told = errors.filter((line) => line.startsWith(`${index + 1},`)).join('\n')
      expect(told, what).toContain(`${index + 1},${column},`)
      expect(told, what).toMatch(reason)
    }
  })
})
