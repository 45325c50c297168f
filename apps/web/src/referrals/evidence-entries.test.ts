import { describe, expect, it } from 'vitest'
import { blankLevel } from '../questions/entries.ts'
import { blankEvidence, type EvidenceEntries, readEvidence } from './evidence-entries.ts'

const today = '2026-11-21'
const birthDate = '1948-04-05'

const withOrigin = (known: readonly 'L1'[] = []): EvidenceEntries => ({
  ...blankEvidence(today, known),
  origin: { kind: 'document', name: ' MRI report ', on: '-11d' },
})

const read = (entries: EvidenceEntries, known: readonly string[] = []) =>
  readEvidence(entries, birthDate, today, known)

describe('the evidence form', () => {
  it('sends only what was filled in', () => {
    const entries = withOrigin()
    entries.levels = [{ ...blankLevel(), level: 'L1', mriFinding: 'acute' }]
    entries.patient.careDays = '12'
    expect(read(entries)).toEqual({
      state: 'evidence',
      evidence: {
        origin: { kind: 'document', name: 'MRI report', on: '2026-11-10' },
        patient: { careDays: 12 },
        levels: [{ level: 'L1', mriFinding: 'acute' }],
      },
    })
  })

  it('never sends the age, which the chart tells', () => {
    const entries = withOrigin()
    entries.patient.painTrend = 'stable'
    expect(JSON.stringify(read(entries))).not.toContain('ageYears')
  })

  it('does not name a level again that is known and has no answer', () => {
    const entries = withOrigin(['L1'])
    entries.patient.painTrend = 'stable'
    expect(read(entries, ['L1'])).toMatchObject({
      evidence: { patient: { painTrend: 'stable' } },
    })
    expect(JSON.stringify(read(entries, ['L1']))).not.toContain('levels')
  })

  it('takes a level that is only named as part of the referral', () => {
    const entries = withOrigin()
    entries.levels = [{ ...blankLevel(), level: 'T12' }]
    expect(read(entries)).toMatchObject({ evidence: { levels: [{ level: 'T12' }] } })
  })

  it('asks for the source', () => {
    const entries = { ...blankEvidence(today, []), origin: { kind: '', name: '', on: '' } }
    entries.patient.painTrend = 'stable'
    const answer = read(entries)
    expect(answer.state === 'problems' && answer.problems.map(({ path }) => path)).toEqual([
      'origin.kind',
      'origin.name',
      'origin.on',
    ])
  })

  it('refuses a source of a day to come', () => {
    const entries = withOrigin()
    entries.origin.on = '2026-11-22'
    entries.patient.painTrend = 'stable'
    expect(read(entries)).toMatchObject({ problems: [{ path: 'origin.on' }] })
  })

  it('says so when nothing is filled in', () => {
    expect(read(withOrigin())).toMatchObject({ problems: [{ path: 'levels.0.level' }] })
  })

  it('asks which level the answers of an unnamed one belong to', () => {
    const entries = withOrigin()
    entries.levels = [{ ...blankLevel(), mriFinding: 'acute' }]
    expect(read(entries)).toMatchObject({ problems: [{ path: 'levels.0.level' }] })
  })

  it('leads a refused answer to its own entry', () => {
    const entries = withOrigin(['L1'])
    entries.levels = [
      { ...blankLevel(), level: 'L1' },
      { ...blankLevel(), level: 'L2', heightLossPercent: 'much' },
    ]
    expect(read(entries, ['L1'])).toMatchObject({
      problems: [{ path: 'levels.1.heightLossPercent' }],
    })
  })
})
