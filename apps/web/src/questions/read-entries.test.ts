import { Findings, redFlagFacts, vertebraeInOrder } from '@kyphoscreen/rules'
import { describe, expect, it } from 'vitest'
import { fields } from '../facts/fields.ts'
import { blankEntries, blankLevel, type Entries, entriesFrom, isBlank } from './entries.ts'
import { checkFindings, pathOf, readEntries } from './read-entries.ts'

const today = '2026-11-21'
const birthDate = '1948-04-05'

type Changes = Partial<Omit<Entries, 'patient' | 'levels'>> & {
  patient?: Partial<Entries['patient']>
  levels?: Partial<Entries['levels'][number]>[]
}

function entriesWith({ patient = {}, levels = [{ level: 'L1' }], ...rest }: Changes): Entries {
  const blank = blankEntries(today)
  return {
    ...blank,
    ...rest,
    patient: { ...blank.patient, ...patient },
    levels: levels.map((level) => ({ ...blankLevel(), ...level })),
  }
}

const read = (changes: Changes) => readEntries(entriesWith(changes), birthDate, today)
const pathsOf = (changes: Changes) => read(changes).unread.map(({ path }) => path)

describe('reading the form', () => {
  it('records nothing but the age for a form without an answer', () => {
    expect(read({}).given).toEqual({
      assessedOn: today,
      patient: { ageYears: 78 },
      levels: [{ level: 'L1' }],
    })
  })

  it('leaves out what is chosen as not recorded', () => {
    const { given, unread } = read({
      patient: { pregnant: 'not-recorded', painSeverity: 'not-recorded' },
      levels: [{ level: 'L1', mriFinding: 'not-recorded' }],
    })
    expect(given).toMatchObject({ patient: { ageYears: 78 }, levels: [{ level: 'L1' }] })
    expect(unread).toEqual([])
  })

  it('reads answers, dates and numbers', () => {
    const { given } = read({
      patient: { painScore: '7.6', painScale: 'NRS-0-10', neurologicDeficit: 'no' },
      levels: [{ level: 'L1', onsetOn: '-5w', mriMarrowEdema: 'yes' }],
    })
    expect(given).toEqual({
      assessedOn: today,
      patient: { ageYears: 78, painScore: 7.6, painScale: 'NRS-0-10', neurologicDeficit: false },
      levels: [{ level: 'L1', onsetOn: '2026-10-17', mriMarrowEdema: true }],
    })
  })

  it('tells care that was not tried from care that is not recorded', () => {
    expect(read({ patient: { careModalities: ['none'] } }).given).toMatchObject({
      patient: { careModalities: [] },
    })
    expect(read({ patient: { careModalities: [] } }).given).not.toHaveProperty(
      'patient.careModalities',
    )
  })

  it('does not choose between care that was tried and none tried', () => {
    expect(pathsOf({ patient: { careModalities: ['bracing', 'none'] } })).toEqual([
      'patient.careModalities',
    ])
  })

  it('leaves out an entry that cannot be read, and says so without repeating it', () => {
    const { given, unread } = read({ levels: [{ level: 'L1', onsetOn: '5/11' }] })
    expect(given).toMatchObject({ levels: [{ level: 'L1' }] })
    expect(unread).toMatchObject([{ path: 'levels.0.onsetOn' }])
    expect(unread[0]?.says).not.toContain('5/11')
  })

  it('leaves out a pain score whose scale is not named, and asks for the scale', () => {
    const { given, unread } = read({ patient: { painScore: '8' } })
    expect(given).not.toHaveProperty('patient.painScore')
    expect(unread).toMatchObject([{ path: 'patient.painScale' }])
  })

  it('asks for a level that is not named and keeps the place of the others', () => {
    const { given, unread, levelIndexes } = read({ levels: [{}, { level: 'L2' }] })
    expect(unread).toMatchObject([{ path: 'levels.0.level' }])
    expect(given).toMatchObject({ levels: [{ level: 'L2' }] })
    expect(pathOf('/levels/0/onsetOn', levelIndexes)).toBe('levels.1.onsetOn')
  })

  it.each(['', '5/11', '04-Apr-1948'])('needs a day of assessment after birth, not %j', (typed) => {
    expect(pathsOf({ assessedOn: typed })).toContain('assessedOn')
  })

  it('names the entries that contradict each other', () => {
    const checked = checkFindings(
      read({
        patient: { painScore: '80', painScale: 'NRS-0-10' },
        levels: [{ level: 'L1', onsetOn: '22-Nov-2026' }, { level: 'L1' }],
      }),
    )
    expect(checked.problems?.map(({ path }) => path).sort()).toEqual([
      'levels.0.onsetOn',
      'levels.1.level',
      'patient.painScore',
    ])
  })

  it('gives an entry to every fact that the form asks for', () => {
    const asked = blankEntries(today)
    const names = [...Object.keys(asked.patient), ...Object.keys(asked.levels[0] ?? {})]
    const known = [...Object.keys(fields), 'level'].filter((name) => name !== 'ageYears')
    expect(names.sort()).toEqual(known.sort())
  })
})

const everyFact: Findings = Findings.parse({
  assessedOn: today,
  patient: {
    ...Object.fromEntries(redFlagFacts.map((fact, index) => [fact, index % 2 === 0])),
    ageYears: 78,
    painScore: 76,
    painScale: 'VAS-0-100',
    painSeverity: 'severe',
    painFromFracture: true,
    painTrend: 'worsening',
    qualityOfLifeLimited: true,
    qualityOfLifeNote: 'cannot dress\nor sleep',
    oswestry: 60.5,
    rolandMorris: 19,
    hospitalizedForPain: false,
    careModalities: ['pain-medication', 'bracing'],
    careStartedOn: '2026-10-28',
    careDays: 24,
    careResponse: 'failed',
    earlyException: 'bedridden',
  },
  levels: vertebraeInOrder.slice(18, 21).map((level) => ({
    level,
    onsetOn: '2026-10-20',
    cause: 'osteoporosis',
    mriPerformedOn: '2026-11-10',
    mriFinding: 'acute',
    mriMarrowEdema: true,
    mriNotPossible: false,
    otherImaging: 'ct',
    otherImagingActive: false,
    retropulsion: 'none',
    canalCompromisePercent: 0,
    posteriorWall: 'intact',
    heightLossPercent: 30.25,
  })),
})

describe('filling in the form from recorded findings', () => {
  it.each([
    ['every fact', everyFact],
    [
      'no fact',
      Findings.parse({ assessedOn: today, patient: { ageYears: 78 }, levels: [{ level: 'S5' }] }),
    ],
    [
      'care that was not tried',
      Findings.parse({
        assessedOn: today,
        patient: { ageYears: 78, careModalities: [] },
        levels: [{ level: 'L1' }],
      }),
    ],
  ])('comes back to the same findings with %s', (_, findings) => {
    const checked = checkFindings(readEntries(entriesFrom(findings), birthDate, today))
    expect(checked.findings).toEqual(findings)
  })

  it('knows an empty form from one with an answer', () => {
    expect(isBlank(blankEntries(today))).toBe(true)
    expect(isBlank(entriesFrom(everyFact))).toBe(false)
  })
})
