import { describe, expect, it } from 'vitest'
import { screen } from '../screen.ts'

type Level = Omit<Parameters<typeof screen>[0]['levels'][number], 'level'>

const mri = (level: Level) => {
  const result = screen({ assessedOn: '2026-11-21', levels: [{ level: 'L1', ...level }] })
  const [criterion] = result.levels[0]?.criteria ?? []
  if (criterion === undefined) throw new Error('the result lacks its first criterion')
  return criterion
}

const asked = 'an acute or subacute fracture on MRI was asked for.'

const statuses: [Level, string, string][] = [
  [{}, 'unknown', 'nothing is recorded'],
  [{ otherImaging: 'ct' }, 'unknown', 'only an MRI meets it'],
  [
    { otherImaging: 'bone-scan', otherImagingActive: true },
    'unknown',
    'an MRI may still be possible',
  ],
  [{ mriNotPossible: true }, 'unknown', 'no other imaging is recorded'],
  [{ mriNotPossible: true, otherImagingActive: false }, 'unknown', 'the other imaging is quiet'],
  [{ mriNotPossible: false, otherImagingActive: true }, 'unknown', 'the MRI is possible'],
  [
    { mriNotPossible: true, otherImagingActive: true },
    'needs-review',
    'a scan stands in for the MRI',
  ],
  [
    { mriNotPossible: true, otherImagingActive: true, mriFinding: 'acute' },
    'met',
    'an MRI answer outweighs the scan',
  ],
  [{ mriFinding: 'acute' }, 'met', 'acute is active'],
  [{ mriFinding: 'subacute' }, 'met', 'subacute is active'],
  [{ mriMarrowEdema: true }, 'met', 'edema with no stated age is read as active'],
  [{ mriFinding: 'acute', mriMarrowEdema: true }, 'met', 'both agree'],
  [{ mriFinding: 'subacute', mriMarrowEdema: true }, 'met', 'both agree'],
  [{ mriFinding: 'acute', mriMarrowEdema: false }, 'needs-review', 'acute without edema'],
  [{ mriFinding: 'subacute', mriMarrowEdema: false }, 'needs-review', 'subacute without edema'],
  [{ mriFinding: 'chronic' }, 'not-met', 'chronic is not active'],
  [{ mriFinding: 'chronic', mriMarrowEdema: false }, 'not-met', 'both say not active'],
  [{ mriFinding: 'chronic', mriMarrowEdema: true }, 'needs-review', 'chronic with edema'],
  [{ mriFinding: 'indeterminate' }, 'needs-review', 'the age is not settled'],
  [
    { mriFinding: 'indeterminate', mriMarrowEdema: true },
    'needs-review',
    'edema does not settle it',
  ],
  [{ mriFinding: 'indeterminate', mriMarrowEdema: false }, 'needs-review', 'nor does its absence'],
  [{ mriFinding: 'no-fracture' }, 'not-met', 'there is no fracture'],
  [{ mriFinding: 'no-fracture', mriMarrowEdema: true }, 'not-met', 'edema without a fracture'],
  [{ mriMarrowEdema: false }, 'not-met', 'no edema and no stated age'],
  [{ mriFinding: 'acute', onsetOn: '2026-08-29' }, 'met', '84 days after onset is still subacute'],
  [{ mriFinding: 'acute', onsetOn: '2026-08-28' }, 'needs-review', '85 days after onset is not'],
  [{ mriMarrowEdema: true, onsetOn: '2026-08-28' }, 'needs-review', 'edema alone ages alike'],
  [{ mriFinding: 'chronic', onsetOn: '2026-08-28' }, 'not-met', 'age does not soften chronic'],
  [
    { mriFinding: 'acute', onsetOn: '2026-11-01', mriPerformedOn: '2026-10-31' },
    'unknown',
    'an MRI from the day before onset does not show this fracture',
  ],
  [
    { mriFinding: 'acute', onsetOn: '2026-11-01', mriPerformedOn: '2026-11-01' },
    'met',
    'an MRI on the day of onset counts',
  ],
  [
    { mriFinding: 'chronic', onsetOn: '2026-11-01', mriPerformedOn: '2026-10-31' },
    'unknown',
    'an older MRI does not rule out either',
  ],
  [{ mriFinding: 'acute', mriPerformedOn: '2026-10-31' }, 'met', 'no onset to compare with'],
  [
    { onsetOn: '2026-11-01', mriPerformedOn: '2026-10-31' },
    'unknown',
    'an older MRI without a finding',
  ],
]

describe('an active fracture on MRI', () => {
  it.each(statuses)('%o is %s: %s', (level, status, _reason) => {
    expect(mri(level).status).toBe(status)
  })

  const sentences: [Level, string][] = [
    [{}, `No MRI finding is recorded; ${asked}`],
    [
      { mriNotPossible: true },
      `An MRI is recorded as not possible, and no activity on other imaging is recorded; ${asked}`,
    ],
    [
      { mriNotPossible: true, otherImagingActive: true },
      `MRI is not possible and other imaging shows activity; ${asked}`,
    ],
    [
      { mriFinding: 'acute', mriMarrowEdema: true, mriPerformedOn: '2026-11-10' },
      `The MRI of 10-Nov-2026 reports an acute fracture with marrow edema; ${asked}`,
    ],
    [{ mriFinding: 'subacute' }, `The MRI reports a subacute fracture; ${asked}`],
    [
      { mriFinding: 'acute', mriMarrowEdema: false },
      `The MRI reports an acute fracture with no marrow edema, which contradict each other; ${asked}`,
    ],
    [{ mriMarrowEdema: true }, `The MRI reports marrow edema and no age of the fracture; ${asked}`],
    [
      { mriMarrowEdema: false },
      `The MRI reports no marrow edema and no age of the fracture; ${asked}`,
    ],
    [{ mriFinding: 'no-fracture' }, `The MRI reports no fracture; ${asked}`],
    [
      { mriFinding: 'chronic', mriMarrowEdema: true },
      `The MRI reports a chronic fracture with marrow edema, which contradict each other; ${asked}`,
    ],
    [{ mriFinding: 'indeterminate' }, `The MRI reports a fracture of indeterminate age; ${asked}`],
    [
      { mriFinding: 'acute', onsetOn: '2026-08-28' },
      `The MRI reports an acute fracture, yet its onset was 85 days ago, more than 84; ${asked}`,
    ],
    [
      { mriFinding: 'acute', onsetOn: '2026-11-01', mriPerformedOn: '2026-10-31' },
      `The MRI of 31-Oct-2026 is older than this fracture, whose onset was 01-Nov-2026: repeat it; ${asked}`,
    ],
  ]

  it.each(sentences)('with %o says: %s', (level, because) => {
    expect(mri(level).because).toBe(because)
  })

  it('asks for the finding whenever it is unknown, and for nothing otherwise', () => {
    for (const [level, status] of statuses) {
      expect(mri(level).missing).toEqual(status === 'unknown' ? ['mriFinding'] : [])
    }
  })

  it('suggests a new MRI when it is not met, and nothing otherwise', () => {
    for (const [level, status] of statuses) {
      expect(mri(level).wouldChange).toBe(
        status === 'not-met'
          ? 'A new MRI, made because the pain is new or worse, that shows an acute or subacute fracture would change this.'
          : null,
      )
    }
  })
})
