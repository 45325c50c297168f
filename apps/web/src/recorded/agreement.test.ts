import type { Screening } from '@kyphoscreen/api/contract'
import { Findings, screen } from '@kyphoscreen/rules'
import { expect, it } from 'vitest'
import { compareWithServer } from './agreement.tsx'

const findings = Findings.parse({ assessedOn: '2026-11-21', levels: [{ level: 'L1' }] })
const result = screen(findings)

const kept = (change: Partial<Screening['result']>): Screening => ({
  id: '0197b2e4-0000-7000-8000-000000000002',
  patientId: '0197b2e4-0000-7000-8000-000000000001',
  findings,
  result: { ...result, ...change },
  reading: { signedOff: false, words: 'draft reading, not signed off' },
  recordedAt: '2026-11-21T12:00:00.000Z',
  recordedBy: { displayName: 'Demo surgeon', role: 'surgeon' },
})

it('finds nothing to say when the server answered alike', () => {
  expect(compareWithServer(kept({}))).toBe('same')
})

it('sees another outcome, and another wording of the same outcome', () => {
  expect(compareWithServer(kept({ outcome: 'meets' }))).toBe('differs')
  expect(compareWithServer(kept({ headline: 'Otherwise.' }))).toBe('differs')
})

it('does not compare answers of other rules', () => {
  const ruleset = { ...result.ruleset, version: '0.9.0' }
  expect(compareWithServer(kept({ ruleset, outcome: 'meets' }))).toBe('other-ruleset')
})
