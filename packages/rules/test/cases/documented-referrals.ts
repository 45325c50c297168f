import { allMet, assessedOn, type Patient, recentFracture, wellDocumented } from './patients.ts'

const care = (careDays: number, onsetOn: string) => ({
  patient: { ...wellDocumented, ageYears: 76, careDays },
  levels: [{ ...recentFracture, onsetOn }],
})
const meets = { outcome: 'meets', statuses: allMet } as const
const tablets = { careModalities: ['pain-medication'] } satisfies Patient['findings']['patient']

/** Well documented referrals, most of which meet the criteria at a boundary. */
export const documentedReferrals: readonly Patient[] = [
  {
    story: 'Five weeks of tablets alone have failed: one form of care is enough.',
    findings: {
      assessedOn,
      patient: { ...wellDocumented, ...tablets, painScale: 'VAS-0-10', careDays: 35 },
      levels: [{ ...recentFracture, onsetOn: '2026-05-11', heightLossPercent: 25 }],
    },
    expected: meets,
  },
  {
    story: 'Seven of ten, after tablets, a brace and exercises: the lowest score read as severe.',
    findings: {
      assessedOn,
      patient: {
        ...wellDocumented,
        ageYears: 73,
        painScore: 7,
        painScale: 'VAS-0-10',
        careModalities: ['pain-medication', 'bracing', 'physical-therapy'],
        careDays: 36,
      },
      levels: [
        {
          ...recentFracture,
          level: 'T12',
          onsetOn: '2026-05-07',
          mriPerformedOn: '2026-06-05',
          heightLossPercent: 30,
        },
      ],
    },
    expected: meets,
  },
  {
    story: 'A metastasis and nine days of care: too early, but a tumor is not made to wait.',
    findings: {
      assessedOn,
      patient: { ...wellDocumented, ...tablets, ageYears: 61, painScore: 9, careDays: 9 },
      levels: [{ ...recentFracture, onsetOn: '2026-06-05', cause: 'malignancy' }],
    },
    expected: { outcome: 'needs-surgeon-review', statuses: ['met', 'not-met', 'met', 'met'] },
  },
  {
    story: 'Seventy-five millimetres on the visual scale is seven and a half of ten.',
    findings: {
      assessedOn,
      patient: {
        ...wellDocumented,
        ...tablets,
        ageYears: 69,
        painScore: 75,
        painScale: 'VAS-0-100',
        careDays: 16,
      },
      levels: [{ ...recentFracture, level: 'T11', onsetOn: '2026-05-28' }],
    },
    expected: meets,
  },
  {
    story: 'Two weeks of care to the day.',
    findings: { assessedOn, ...care(14, '2026-05-30') },
    expected: meets,
  },
  {
    story: 'Six weeks of care to the day.',
    findings: { assessedOn, ...care(42, '2026-05-02') },
    expected: meets,
  },
]
