import { describe, expect, it } from 'vitest'
import { type Entries, entriesFrom } from '../questions/entries.ts'
import { previewOf, problemsBeforeRecording } from './preview.ts'

const today = '2026-11-21'
const birthDate = '1948-04-05'

const meeting = () =>
  entriesFrom({
    assessedOn: today,
    patient: {
      painScore: 8,
      painScale: 'NRS-0-10',
      qualityOfLifeLimited: true,
      careModalities: ['bracing'],
      careStartedOn: '2026-10-28',
      careResponse: 'failed',
    },
    levels: [{ level: 'L1', onsetOn: '2026-10-20', mriFinding: 'acute', retropulsion: 'none' }],
  })

const previewWith = (change: (entries: Entries) => void) => {
  const entries = meeting()
  change(entries)
  return previewOf(entries, birthDate, today)
}
const firstLevel = ({ levels }: Entries) => levels[0] as Entries['levels'][number]

describe('the preview', () => {
  it('shows the result of what is entered', () => {
    expect(previewWith(() => undefined)).toMatchObject({
      state: 'result',
      result: { outcome: 'meets' },
    })
  })

  it('never says that the criteria are met while an entry cannot be read', () => {
    const preview = previewWith((entries) => {
      firstLevel(entries).canalCompromisePercent = '25 %'
    })
    expect(preview).toMatchObject({
      state: 'withheld',
      unread: [{ path: 'levels.0.canalCompromisePercent' }],
    })
  })

  it('shows another result with the entries it leaves out', () => {
    const preview = previewWith((entries) => {
      firstLevel(entries).retropulsion = ''
      firstLevel(entries).mriPerformedOn = '5/11'
    })
    expect(preview).toMatchObject({
      state: 'result',
      result: { outcome: 'insufficient-information' },
      unread: [{ path: 'levels.0.mriPerformedOn' }],
    })
  })

  it('gives no result for entries that contradict each other', () => {
    const preview = previewWith((entries) => {
      entries.patient.careStartedOn = '01-Sep-2026'
    })
    expect(preview).toMatchObject({
      state: 'refused',
      contradictions: [{ path: 'patient.careStartedOn' }],
    })
  })

  it('waits for a level', () => {
    expect(previewWith((entries) => (firstLevel(entries).level = '')).state).toBe('no-level')
  })

  it('waits for the day of assessment', () => {
    expect(previewWith((entries) => (entries.assessedOn = 'soon')).state).toBe('withheld')
  })

  it('lists what must be put right in the order of the page', () => {
    const preview = previewWith((entries) => {
      firstLevel(entries).level = ''
      firstLevel(entries).canalCompromisePercent = 'x'
      entries.patient.oswestry = 'x'
      firstLevel(entries).onsetOn = 'x'
      entries.assessedOn = 'x'
    })
    expect(problemsBeforeRecording(preview).map(({ path }) => path)).toEqual([
      'assessedOn',
      'levels.0.level',
      'levels.0.onsetOn',
      'levels.0.canalCompromisePercent',
      'patient.oswestry',
    ])
  })
})
