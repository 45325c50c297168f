import { describe, expect, it } from 'vitest'
import { screen } from '../screen.ts'

type Findings = Parameters<typeof screen>[0]
type Facts = NonNullable<Findings['patient']>

const care = (patient: Facts, ...onsets: (string | undefined)[]) => {
  const names = ['L1', 'L2'] as const
  const result = screen({
    assessedOn: '2026-11-21',
    patient,
    levels: [onsets[0], ...onsets.slice(1)].map((onsetOn, index) => ({
      level: names[index] ?? 'L3',
      ...(onsetOn === undefined ? {} : { onsetOn }),
    })),
  })
  const criterion = result.levels[0]?.criteria[1]
  if (criterion === undefined) throw new Error('the result lacks its second criterion')
  return criterion
}

const asked = 'two to six weeks of failed medication, bracing or physical therapy were asked for.'
const failed = { careResponse: 'failed' } as const
const braced = { careModalities: ['bracing'], ...failed } satisfies Facts

const statuses: [Facts, string, string][] = [
  [{}, 'unknown', 'nothing is recorded'],
  [{ ...failed }, 'unknown', 'neither days nor form are recorded'],
  [{ ...braced }, 'unknown', 'the days are missing'],
  [{ careDays: 20, ...failed }, 'unknown', 'the form is missing'],
  [{ careDays: 20, careModalities: ['bracing'] }, 'unknown', 'the response is missing'],
  [{ careDays: 14, ...braced }, 'met', 'exactly two weeks'],
  [{ careDays: 13, ...braced }, 'not-met', 'one day short'],
  [{ careDays: 0, ...braced }, 'not-met', 'care starts today'],
  [{ careDays: 13 }, 'not-met', 'too few days decide alone'],
  [{ careStartedOn: '2026-11-07', ...braced }, 'met', 'started exactly two weeks ago'],
  [{ careStartedOn: '2026-11-08', ...braced }, 'not-met', 'started 13 days ago'],
  [{ careStartedOn: '2026-11-08', careDays: 14, ...braced }, 'not-met', 'the date wins'],
  [{ careStartedOn: '2026-11-07', careDays: 13, ...braced }, 'met', 'the date wins'],
  [{ careDays: 42, ...braced }, 'met', 'exactly six weeks'],
  [{ careDays: 43, ...braced }, 'met', 'beyond six weeks still meets'],
  [{ careDays: 20, ...braced, careResponse: 'improving' }, 'not-met', 'care is working'],
  [{ careDays: 20, ...braced, careResponse: 'resolved' }, 'not-met', 'care has worked'],
  [{ careResponse: 'not-tried' }, 'not-met', 'care was not tried'],
  [{ careDays: 0, careModalities: [], careResponse: 'not-tried' }, 'not-met', 'all agree'],
  [{ careDays: 20, ...failed, careModalities: ['pain-medication'] }, 'met', 'medication counts'],
  [{ careDays: 20, ...failed, careModalities: ['physical-therapy'] }, 'met', 'therapy counts'],
  [{ careDays: 20, ...failed, careModalities: ['injection'] }, 'met', 'injections count'],
  [{ careDays: 20, ...failed, careModalities: ['unspecified'] }, 'met', 'a kind not stated counts'],
  [{ careDays: 20, ...failed, careModalities: ['bed-rest'] }, 'needs-review', 'bed rest alone'],
  [{ careDays: 20, ...failed, careModalities: ['other'] }, 'needs-review', 'other care alone'],
  [{ careDays: 20, ...failed, careModalities: [] }, 'needs-review', 'no form of care'],
  [{ careDays: 20, ...failed, careModalities: ['bed-rest', 'bracing'] }, 'met', 'one that counts'],
]

describe('failed conservative care', () => {
  it.each(statuses)('%o is %s: %s', (facts, status, _reason) => {
    expect(care(facts).status).toBe(status)
  })

  it.each([
    [['2026-11-08'], 'not-met', 'a fracture 13 days old leaves no time for two weeks'],
    [['2026-11-07'], 'unknown', 'a fracture 14 days old does'],
    [['2026-11-08', '2026-11-20'], 'not-met', 'every fracture is too recent'],
    [['2026-11-08', '2026-11-01'], 'unknown', 'the oldest fracture leaves time'],
    [['2026-11-08', undefined], 'unknown', 'one onset is not recorded'],
  ] as const)('with unknown days and onsets %o is %s: %s', (onsets, status, _reason) => {
    expect(care({ ...braced }, ...onsets).status).toBe(status)
  })

  const sentences: [Facts, string][] = [
    [
      {},
      `It is not recorded how long conservative care has run, what was tried or how the pain responded; ${asked}`,
    ],
    [
      { careDays: 20, careModalities: ['bracing', 'injection'] },
      `Recorded of conservative care: 20 days; bracing and injection; but not how the pain responded; ${asked}`,
    ],
    [
      { careModalities: [], ...failed },
      `Recorded of conservative care: no form of care; that it failed; but not how long conservative care has run; ${asked}`,
    ],
    [{ careDays: 1 }, `Conservative care has run 1 day, not yet two weeks; ${asked}`],
    [{ careDays: 2 }, `Conservative care has run 2 days, not yet two weeks; ${asked}`],
    [
      { careResponse: 'improving' },
      `Conservative care is recorded as improving the pain; ${asked}`,
    ],
    [
      { careResponse: 'resolved' },
      `Conservative care is recorded as having resolved the pain; ${asked}`,
    ],
    [{ careResponse: 'not-tried' }, `Conservative care is recorded as not tried; ${asked}`],
    [
      { careDays: 30, ...failed, careModalities: ['bed-rest', 'other'] },
      `30 days of care have failed, with bed rest and other care recorded as tried; ${asked}`,
    ],
    [
      { careDays: 30, ...failed, careModalities: [] },
      `30 days of care have failed, with no form of care recorded as tried; ${asked}`,
    ],
    [
      {
        careDays: 16,
        ...failed,
        careModalities: ['pain-medication', 'physical-therapy', 'unspecified'],
      },
      `16 days of pain medication, physical therapy and care of a kind not stated have failed; ${asked}`,
    ],
    [
      { careStartedOn: '2026-11-01', ...failed, careModalities: ['bracing', 'bracing'] },
      `20 days of bracing have failed; ${asked}`,
    ],
  ]

  it.each(sentences)('with %o says: %s', (facts, because) => {
    expect(care(facts).because).toBe(because)
  })

  it('tells the day from which care can have failed, and what to do until then', () => {
    expect(care({ careDays: 9 })).toMatchObject({
      notYet: true,
      canBeMetOn: '2026-11-26',
      wouldChange:
        'Two full weeks of care that fail would change this: assess again from 26-Nov-2026.',
    })
  })

  it('tells the same from the onset when the days are unknown', () => {
    expect(care({}, '2026-11-20')).toMatchObject({
      notYet: true,
      canBeMetOn: '2026-12-04',
      because: `The oldest onset recorded was 1 day ago, so care cannot have run two weeks yet; ${asked}`,
      wouldChange:
        'Two full weeks of care that fail would change this: record when care started, and assess again from 04-Dec-2026.',
    })
  })

  it.each([
    [
      { careResponse: 'improving' },
      'A later assessment, at which care has failed and the pain is severe, would change this.',
    ],
    [
      { careResponse: 'resolved' },
      'A later assessment, at which the pain has come back and two weeks of care have failed, would change this.',
    ],
    [
      { careResponse: 'not-tried' },
      'Two weeks of medication, bracing or physical therapy that fail would change this: started on the day of assessment, they are complete on 05-Dec-2026.',
    ],
    [{ careDays: 20, ...braced }, null],
    [{}, null],
  ] as const)('with %o would change by: %s', (facts, wouldChange) => {
    const told = care(structuredClone(facts) as Facts)
    expect(told.wouldChange).toBe(wouldChange)
    expect(told.notYet).toBe(false)
    expect(told.canBeMetOn).toBeNull()
  })

  it.each([
    [{}, ['careStartedOn', 'careModalities', 'careResponse'], 'nothing is recorded'],
    [{ careDays: 20, ...failed }, ['careModalities'], 'days stand in for the start'],
    [{ careStartedOn: '2026-10-01', ...failed }, ['careModalities'], 'the start is recorded'],
    [{ ...braced }, ['careStartedOn'], 'the days are missing'],
    [{ careResponse: 'improving' }, [], 'nothing more decides'],
  ] as [Facts, string[], string][])('with %o waits for %o: %s', (facts, missing, _reason) => {
    expect(care(facts).missing).toEqual(missing)
  })
})
