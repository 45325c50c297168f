import { allMet, assessedOn, type Patient, recentFracture, wellDocumented } from './patients.ts'

const { painSeverity, ...withoutWord } = wellDocumented
const { careDays, ...withoutDays } = wellDocumented
const { posteriorWall, ...wallNotRecorded } = recentFracture
const meets = { outcome: 'meets', statuses: allMet } as const

/** Well documented referrals in which one thing speaks for or against. */
export const singleReasons: readonly Patient[] = [
  {
    story: 'Four weeks on she walks and sleeps again: care is working.',
    findings: {
      assessedOn,
      patient: {
        ...withoutWord,
        ageYears: 79,
        painScore: 3,
        painTrend: 'improving',
        qualityOfLifeLimited: false,
        careDays: 28,
        careResponse: 'improving',
      },
      levels: [{ ...recentFracture, level: 'L2', onsetOn: '2026-05-16' }],
    },
    expected: { outcome: 'does-not-meet', statuses: ['met', 'not-met', 'met', 'not-met'] },
  },
  {
    story: 'Eight of ten, yet she works, walks and sleeps: life is not limited.',
    findings: {
      assessedOn,
      patient: { ...wellDocumented, ageYears: 71, qualityOfLifeLimited: false },
      levels: [recentFracture],
    },
    expected: { outcome: 'does-not-meet', statuses: ['met', 'met', 'met', 'not-met'] },
  },
  {
    story: 'Bone in the canal and a weak leg: urgent for the surgeon, not a letter sent back.',
    findings: {
      assessedOn,
      patient: {
        ...wellDocumented,
        painScore: 9,
        neurologicDeficit: true,
        cordOrCaudaCompression: true,
      },
      levels: [{ ...recentFracture, retropulsion: 'significant', posteriorWall: 'disrupted' }],
    },
    expected: { outcome: 'needs-surgeon-review', statuses: ['met', 'met', 'not-met', 'met'] },
  },
  {
    story: 'The report says retropulsion and not how much.',
    findings: {
      assessedOn,
      patient: { ...wellDocumented, painScore: 9 },
      levels: [{ ...wallNotRecorded, retropulsion: 'present-size-not-stated' }],
    },
    expected: { outcome: 'needs-surgeon-review', statuses: ['met', 'met', 'needs-review', 'met'] },
  },
  {
    story: 'Everything is met, and she has an infection: a surgeon looks first.',
    findings: {
      assessedOn,
      patient: { ...wellDocumented, ageYears: 80, activeInfection: true },
      levels: [recentFracture],
    },
    expected: { outcome: 'needs-surgeon-review', statuses: allMet },
  },
  {
    story: 'A fracture as high as T3: the criteria set no such limit.',
    findings: {
      assessedOn,
      patient: { ...wellDocumented, ageYears: 83 },
      levels: [{ ...recentFracture, level: 'T3' }],
    },
    expected: meets,
  },
  {
    story: 'Ninety-two years old: age is no criterion.',
    findings: {
      assessedOn,
      patient: {
        ...wellDocumented,
        careModalities: ['pain-medication'],
        ageYears: 92,
        painScore: 9,
      },
      levels: [recentFracture],
    },
    expected: meets,
  },
  {
    story: 'Thirty days since the fracture and no care at all: waiting is not care.',
    findings: {
      assessedOn,
      patient: {
        ...wellDocumented,
        ageYears: 70,
        careModalities: [],
        careDays: 0,
        careResponse: 'not-tried',
      },
      levels: [{ ...recentFracture, onsetOn: '2026-05-16' }],
    },
    expected: { outcome: 'does-not-meet', statuses: ['met', 'not-met', 'met', 'met'] },
  },
  {
    story: 'Thirty days of care for a fracture three days old: one of the two is wrong.',
    findings: {
      assessedOn,
      patient: { ...wellDocumented, ageYears: 70, careDays: 30 },
      levels: [{ ...recentFracture, onsetOn: '2026-06-12', mriPerformedOn: '2026-06-14' }],
    },
    expected: 'refused',
  },
  {
    story: 'Care has failed, and nobody wrote for how long.',
    findings: {
      assessedOn,
      patient: withoutDays,
      levels: [{ ...recentFracture, onsetOn: '2026-05-16' }],
    },
    expected: {
      outcome: 'insufficient-information',
      statuses: ['met', 'unknown', 'met', 'met'],
    },
  },
  {
    story: 'Edema, and a radiologist who cannot tell the age of the fracture.',
    findings: {
      assessedOn,
      patient: { ...wellDocumented, careDays: 25 },
      levels: [{ ...recentFracture, onsetOn: '2026-05-18', mriFinding: 'indeterminate' }],
    },
    expected: { outcome: 'needs-surgeon-review', statuses: ['needs-review', 'met', 'met', 'met'] },
  },
]
