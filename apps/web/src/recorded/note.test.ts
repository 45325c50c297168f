import type { Decision, Patient, Screening } from '@kyphoscreen/api/contract'
import { Findings, screen } from '@kyphoscreen/rules'
import { expect, it } from 'vitest'
import { writeNote } from './note.ts'

const patient: Patient = {
  id: '0197b2e4-0000-7000-8000-000000000001',
  mrn: 'MRN-0042',
  familyName: 'Ashgrove',
  givenName: 'Marjorie',
  birthDate: '1948-04-05',
  sex: 'female',
  createdAt: '2026-11-20T09:00:00.000Z',
}

function screeningOf(facts: unknown): Screening {
  const findings = Findings.parse(facts)
  return {
    id: '0197b2e4-0000-7000-8000-000000000002',
    patientId: patient.id,
    findings,
    result: screen(findings),
    reading: { signedOff: false, words: 'draft reading, not signed off' },
    recordedAt: '2026-11-21T12:00:00.000Z',
    recordedBy: { displayName: 'Demo surgeon', role: 'surgeon' },
  }
}

const urgent = screeningOf({
  assessedOn: '2026-11-21',
  patient: { ageYears: 78, neurologicDeficit: true, pregnant: false },
  levels: [{ level: 'L1', mriFinding: 'acute' }, { level: 'T12' }],
})

const draft = 'This was a draft reading, not signed off, when it was recorded.'

it('says whether the reading was signed off', () => {
  expect(writeNote(urgent, { patient: null, reading: draft, decision: null })).toContain(draft)
})

it('names no patient unless asked to', () => {
  const note = writeNote(urgent, { patient: null, reading: draft, decision: null })
  for (const text of ['ASHGROVE', 'Ashgrove', 'Marjorie', 'MRN-0042', '05-Apr-1948']) {
    expect(note).not.toContain(text)
  }
})

it('names the patient when asked to', () => {
  expect(writeNote(urgent, { patient: patient, reading: draft, decision: null })).toContain(
    'ASHGROVE, Marjorie, born 05-Apr-1948, MRN MRN-0042',
  )
})

it('keeps its parts in a fixed order, the urgent word and the red flags first', () => {
  const note = writeNote(urgent, { patient: null, reading: draft, decision: null })
  const places = [
    'URGENT. Needs surgeon review',
    'Red flags',
    'L1: Needs surgeon review',
    '1. Active fracture on MRI: Met.',
    '4. Severe pain limiting life: Unknown.',
    'T12: Needs surgeon review',
    'Safety checks not recorded',
    'Documentation gaps',
    'Keep in mind',
    'Recorded: L1',
    'Recorded: Patient',
    'Ruleset documented-criteria',
    'does not replace',
  ].map((text) => note.indexOf(text))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((one, other) => one - other))
})

it('lists a recorded no and leaves out what is not recorded', () => {
  const note = writeNote(urgent, { patient: null, reading: draft, decision: null })
  expect(note).toContain('- Pregnant: No')
  expect(note).not.toContain('- Cement')
  expect(note).not.toContain('Active infection: No')
})

it('cites the paragraphs beside each criterion', () => {
  expect(writeNote(urgent, { patient: null, reading: draft, decision: null })).toContain(
    '[S1 ¶5, S2 ¶9]',
  )
})

it('is plain text', () => {
  expect(writeNote(urgent, { patient: null, reading: draft, decision: null })).not.toMatch(
    /[<>\t]|undefined|null|\[object/,
  )
})

it('says what was decided, that nothing was, or that it could not be read', () => {
  const decision: Decision = {
    id: urgent.id,
    screeningId: urgent.id,
    kind: 'not-pursued',
    levels: [],
    until: null,
    note: 'Wants to wait.',
    outcome: 'needs-surgeon-review',
    ruleset: urgent.result.ruleset,
    departs: true,
    reason: { group: 'patient-preference', code: 'declines-procedure', text: null },
    replaces: null,
    replacedBy: null,
    decidedAt: '2026-11-21T13:00:00.000Z',
    decidedBy: urgent.recordedBy,
  }
  const noteOf = (standing: Decision | null | undefined) =>
    writeNote(urgent, { patient: null, reading: draft, decision: standing })
  expect(noteOf(decision)).toMatch(/Decision: Not pursued\. Decided .* by Demo surgeon, surgeon\./)
  expect(noteOf(decision)).toContain('Wants to wait.')
  expect(noteOf(null)).toContain('Decision: none recorded.')
  expect(noteOf(undefined)).toContain('Decision: could not be read')
})
