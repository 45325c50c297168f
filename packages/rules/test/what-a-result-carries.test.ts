import { describe, expect, it } from 'vitest'
import { consentRisks, type Findings, handout, screen } from '../src/index.ts'
import { allMet, assessedOn, recentFracture, wellDocumented } from './cases/patients.ts'

type Level = Findings['levels'][number]
type Facts = NonNullable<Findings['patient']>

const told = (patient: Facts = {}, ...levels: Partial<Level>[]) =>
  screen({
    assessedOn,
    patient: { ...wellDocumented, ...patient },
    levels: [{}, ...levels.slice(1)].map((level, index) => ({
      ...recentFracture,
      ...(index === 0 ? levels[0] : level),
    })),
  })
const ids = (listed: readonly { id: string }[]) => listed.map(({ id }) => id)

describe('cautions', () => {
  it.each([
    [{ ageYears: 17.9 }, {}, 'under-18', 'a day short of 18'],
    [{}, { level: 'C7' }, 'level-outside-t1-l5', 'the neck'],
    [{}, { level: 'S1' }, 'level-outside-t1-l5', 'the sacrum'],
    [{}, { cause: 'benign-lesion' }, 'benign-lesion', 'a benign lesion'],
    [{}, { cause: 'high-energy-trauma' }, 'high-energy-trauma', 'high energy'],
    [{}, { heightLossPercent: 67 }, 'severe-height-loss', 'two thirds'],
    [{ careDays: 9, earlyException: 'bedridden' }, {}, 'early-exception', 'bedridden early'],
    [{ careDays: 9 }, { cause: 'malignancy' }, 'early-exception', 'a tumor early'],
  ] as [Facts, Partial<Level>, string, string][])(
    'with %o and %o name %s: %s',
    (patient, level, id, _reason) => {
      const result = told(patient, level)
      expect(ids(result.cautions)).toEqual([id])
      expect(result.outcome).toBe('needs-surgeon-review')
    },
  )

  it.each([
    [{ ageYears: 18 }, {}, 'an adult'],
    [{}, { level: 'T1' }, 'the highest thoracic level'],
    [{}, { level: 'L5' }, 'the lowest lumbar level'],
    [{}, { heightLossPercent: 66.9 }, 'just under two thirds'],
    [{ earlyException: 'bedridden' }, {}, 'two weeks are complete'],
    [{}, { cause: 'malignancy' }, 'cancer is never an exclusion'],
  ] as [Facts, Partial<Level>, string][])(
    'with %o and %o name nothing: %s',
    (patient, level, _reason) => {
      const result = told(patient, level)
      expect(result.cautions).toEqual([])
      expect(result.levels[0]?.criteria.map(({ status }) => status)).toEqual(allMet)
      expect(result.outcome).toBe('meets')
    },
  )

  it("name what is the patient's once, and what is a level's with its level", () => {
    const levels = (['L4', 'L3', 'L2', 'T3'] as const).map((level) => ({
      level,
      heightLossPercent: level === 'L2' ? 70 : 10,
    }))
    expect(told({ ageYears: 12 }, ...levels).cautions.map(({ id, level }) => [id, level])).toEqual([
      ['under-18', undefined],
      ['more-than-three-levels', undefined],
      ['severe-height-loss', 'L2'],
    ])
    expect(told({}, ...levels.slice(0, 3)).cautions.map(({ id }) => id)).toEqual([
      'severe-height-loss',
    ])
  })
})

describe('a criterion of the patient', () => {
  it('is told once for all levels, a criterion of a level for each', () => {
    const other = { level: 'L3', mriFinding: 'subacute', canalCompromisePercent: 3 } as const
    const [here, there] = told({}, {}, other).levels.map(({ criteria }) => criteria)
    expect(here?.map((criterion, place) => criterion === there?.[place])).toEqual([
      false,
      true,
      false,
      true,
    ])
    expect(there?.map(({ because }) => because)).toEqual([
      expect.stringContaining('a subacute fracture'),
      here?.[1]?.because,
      expect.stringContaining('3 % of the canal'),
      here?.[3]?.because,
    ])
  })
})

describe('what results share', () => {
  it('is frozen, so that reading one result cannot change another', () => {
    const result = told({}, {}, { level: 'L3' })
    const shared = [
      ...result.levels.flatMap(({ criteria }) => criteria),
      ...result.levels.flatMap(({ criteria }) => criteria.map(({ missing }) => missing)),
      ...result.advisories,
      result.advisories,
      result.conflicts,
      result.missing,
      result.notRecordedSafetyChecks,
      result.redFlags,
    ]
    expect(shared.filter((part) => !Object.isFrozen(part))).toEqual([])
  })

  it('is copied by structuredClone, and the copy can be changed', () => {
    const copy = structuredClone(told())
    expect(copy).toStrictEqual(told())
    copy.advisories.length = 0
    expect(told().advisories.length).toBeGreaterThan(0)
  })
})

describe('advisories', () => {
  const standing = ['frailty', 'medical-suitability']

  it.each([
    [{}, {}, ['bone-health'], 'osteoporosis'],
    [{ careDays: 42 }, { onsetOn: '2026-04-20' }, ['bone-health'], 'six weeks to the day'],
    [{ careDays: 43 }, { onsetOn: '2026-04-20' }, ['beyond-usual-care', 'bone-health'], 'longer'],
    [{}, { cause: 'malignancy' }, ['oncology'], 'a tumor'],
    [{}, { cause: 'benign-lesion' }, ['oncology'], 'a lesion'],
    [{}, { cause: 'high-energy-trauma' }, [], 'an accident'],
    [{}, { cause: 'secondary-osteoporosis' }, ['bone-health'], 'weak bone'],
    [{}, { cause: 'other-bone-fragility' }, ['bone-health'], 'weak bone'],
  ] as [Facts, Partial<Level>, string[], string][])(
    'with %o and %o are %o beside the standing ones: %s',
    (patient, level, found, _reason) => {
      expect(ids(told(patient, level).advisories)).toEqual([...found, ...standing])
    },
  )

  it('tell the time for several levels', () => {
    const { advisories } = told({}, {}, { level: 'L3' })
    expect(advisories.find(({ id }) => id === 'procedure-time')?.says).toBe(
      'About 30 minutes a level: roughly 60 minutes for 2 levels.',
    )
  })
})

describe('documentation gaps', () => {
  it('name what should still be written down, level by level and then the patient', () => {
    const { documentationGaps } = screen({
      assessedOn,
      patient: { painSeverity: 'severe', careModalities: ['unspecified'] },
      levels: [
        { level: 'L2', mriMarrowEdema: true },
        { level: 'L1', cause: 'osteoporosis' },
      ],
    })
    expect(documentationGaps.map(({ fact, level }) => [fact, level])).toEqual([
      ['onsetOn', 'L1'],
      ['mriPerformedOn', 'L2'],
      ['onsetOn', 'L2'],
      ['cause', 'L2'],
      ['painScore', undefined],
      ['careModalities', undefined],
      ['ageYears', undefined],
    ])
  })

  it('are none when all is written down', () => {
    expect(told().documentationGaps).toEqual([])
  })
})

describe('conflicts between the sources', () => {
  it.each([
    [{}, ['anesthesia', 'recovery'], 'a procedure may follow'],
    [{ mriFinding: 'subacute' }, ['acuity', 'anesthesia', 'recovery'], 'subacute is in one source'],
    [{ mriFinding: 'no-fracture' }, [], 'no procedure follows'],
  ] as [Partial<Level>, string[], string][])('with %o are %o: %s', (level, found, _reason) => {
    expect(ids(told({}, level).conflicts)).toEqual(found)
  })

  it('touch edema without a stated age', () => {
    const { mriFinding, ...level } = recentFracture
    const { conflicts } = screen({ assessedOn, patient: wellDocumented, levels: [level] })
    expect(ids(conflicts)).toEqual(['acuity', 'anesthesia', 'recovery'])
  })
})

describe('what the patient is given', () => {
  it('names eight risks, each with its source', () => {
    expect(consentRisks).toHaveLength(8)
    expect(consentRisks.every(({ sources }) => sources.length > 0)).toBe(true)
  })

  it('says in whole sentences what happens, each with its source', () => {
    for (const { says, sources } of Object.values(handout).flat()) {
      expect(says).toMatch(/^[A-Z].*\.$/)
      expect(sources.length).toBeGreaterThan(0)
    }
  })
})
