import { assessedOn, type Patient } from './patients.ts'

const unknown = ['unknown', 'unknown', 'unknown', 'unknown'] as const
const severe = { painSeverity: 'severe', qualityOfLifeLimited: true } as const

/** Referrals in which most of what the criteria ask for was never written down. */
export const sparseReferrals: readonly Patient[] = [
  {
    story:
      'A woman of 70 with 9 of 10 pain that keeps her from moving: the letter names T12 and gives no MRI reading, no care and no word on the canal.',
    findings: {
      assessedOn,
      patient: { ageYears: 70, painScore: 9, painScale: 'VAS-0-10', ...severe },
      levels: [{ level: 'T12', onsetOn: '2026-06-01', cause: 'osteoporosis' }],
    },
    expected: {
      outcome: 'insufficient-information',
      statuses: ['unknown', 'unknown', 'unknown', 'met'],
    },
  },
  {
    story:
      'Bedridden after four weeks of care that failed, with an unstable spine: the instability sends her to the surgeon at once, whatever else is missing.',
    findings: {
      assessedOn,
      patient: {
        ageYears: 74,
        ...severe,
        careModalities: ['unspecified'],
        careDays: 28,
        careResponse: 'failed',
        spinalInstability: true,
      },
      levels: [
        { level: 'L2', onsetOn: '2026-05-04', cause: 'osteoporosis' },
        { level: 'L3', onsetOn: '2026-05-04', cause: 'osteoporosis' },
      ],
    },
    expected: {
      outcome: 'needs-surgeon-review',
      statuses: ['unknown', 'met', 'unknown', 'met'],
    },
  },
  {
    story: 'A fracture one week old, nothing else known: two weeks of care cannot have passed.',
    findings: {
      assessedOn,
      patient: { ageYears: 61 },
      levels: [{ level: 'L1', onsetOn: '2026-06-08', cause: 'osteoporosis' }],
    },
    expected: {
      outcome: 'does-not-meet',
      statuses: ['unknown', 'not-met', 'unknown', 'unknown'],
    },
  },
  {
    story: 'Only a CT was made: without an MRI the fracture is never taken for active.',
    findings: {
      assessedOn,
      patient: { ageYears: 56 },
      levels: [{ level: 'T10', cause: 'osteoporosis', otherImaging: 'ct' }],
    },
    expected: { outcome: 'insufficient-information', statuses: unknown },
  },
  {
    story: 'A young mother with three fractures, a week of symptoms and severe pain: not yet.',
    findings: {
      assessedOn,
      patient: { ageYears: 42, pregnant: false, ...severe },
      levels: (['T12', 'L1', 'L3'] as const).map((level) => ({
        level,
        onsetOn: '2026-06-08',
        cause: 'secondary-osteoporosis',
      })),
    },
    expected: { outcome: 'does-not-meet', statuses: ['unknown', 'not-met', 'unknown', 'met'] },
  },
  {
    story: 'Care is said to have failed, but nobody wrote for how long; the MRI gives no age.',
    findings: {
      assessedOn,
      patient: { ageYears: 73, careModalities: ['unspecified'], careResponse: 'failed' },
      levels: [{ level: 'L3', cause: 'osteoporosis', otherImaging: 'ct' }],
    },
    expected: { outcome: 'insufficient-information', statuses: unknown },
  },
  {
    story: 'Two fractures whose cause was never asked, and care that failed after an unknown time.',
    findings: {
      assessedOn,
      patient: { ageYears: 73, careModalities: ['unspecified'], careResponse: 'failed' },
      levels: [{ level: 'T12' }, { level: 'L1' }],
    },
    expected: { outcome: 'insufficient-information', statuses: unknown },
  },
  {
    story:
      'Ninety-four years old, a day after the fall: too early for care, and her age changes nothing.',
    findings: {
      assessedOn,
      patient: { ageYears: 94, painSeverity: 'severe', neurologicDeficit: false },
      levels: [{ level: 'T12', onsetOn: '2026-06-14' }],
    },
    expected: {
      outcome: 'does-not-meet',
      statuses: ['unknown', 'not-met', 'unknown', 'unknown'],
    },
  },
  {
    story: 'A high pain score, but the pain is in the leg: it does not come from the fracture.',
    findings: {
      assessedOn,
      patient: { ageYears: 80, painScore: 8.2, painScale: 'VAS-0-10', painFromFracture: false },
      levels: [
        {
          level: 'L2',
          cause: 'osteoporosis',
          otherImaging: 'ct',
          retropulsion: 'present-size-not-stated',
          posteriorWall: 'disrupted',
        },
      ],
    },
    expected: {
      outcome: 'does-not-meet',
      statuses: ['unknown', 'unknown', 'needs-review', 'not-met'],
    },
  },
  {
    story:
      'Edema on MRI from a tumor that has reached the epidural space: the surgeon sees her first.',
    findings: {
      assessedOn,
      patient: { ageYears: 77, epiduralTumor: true },
      levels: [
        {
          level: 'L1',
          cause: 'malignancy',
          mriMarrowEdema: true,
          posteriorWall: 'disrupted',
        },
      ],
    },
    expected: {
      outcome: 'needs-surgeon-review',
      statuses: ['met', 'unknown', 'needs-review', 'unknown'],
    },
  },
  {
    story: 'Tablets and an injection are listed, without a date and without a result.',
    findings: {
      assessedOn,
      patient: { ageYears: 60, careModalities: ['pain-medication', 'injection'] },
      levels: [{ level: 'T10', cause: 'osteoporosis' }],
    },
    expected: { outcome: 'insufficient-information', statuses: unknown },
  },
]
