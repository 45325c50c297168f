import { CareModality, type LevelFacts, type PatientFacts } from '../src/facts.ts'
import { type Classes, daysAgo, type Fragment, levels, nothing, patients } from './combinations.ts'

const onsetAndMri = (onset: number | undefined, mri: number | undefined): Fragment => {
  const level: Partial<LevelFacts> = {}
  if (onset !== undefined) level.onsetOn = daysAgo(onset)
  if (mri !== undefined) level.mriPerformedOn = daysAgo(mri)
  return { level }
}
const mriFromOnsetOn = (onset: number) =>
  [undefined, onset, 0].map((mri) => onsetAndMri(onset, mri))

/** Classes of every fact that the first criterion reads, and of the kind of other imaging, which it does not. */
export const mriClasses: Record<string, Classes> = {
  finding: {
    'not recorded': nothing,
    acute: levels('mriFinding', 'acute'),
    subacute: levels('mriFinding', 'subacute'),
    chronic: levels('mriFinding', 'chronic'),
    indeterminate: levels('mriFinding', 'indeterminate'),
    'no-fracture': levels('mriFinding', 'no-fracture'),
  },
  edema: {
    'not recorded': nothing,
    present: levels('mriMarrowEdema', true),
    absent: levels('mriMarrowEdema', false),
  },
  MRI: {
    'not recorded': nothing,
    'not possible': levels('mriNotPossible', true),
    possible: levels('mriNotPossible', false),
  },
  'other imaging': {
    'not recorded': nothing,
    active: levels('otherImagingActive', true),
    'not active': levels('otherImagingActive', false),
  },
  'kind of other imaging': {
    'not recorded': nothing,
    named: levels('otherImaging', 'bone-scan', 'spect-ct', 'ct'),
  },
  days: {
    'onset not recorded': [undefined, 0, 400].map((mri) => onsetAndMri(undefined, mri)),
    'MRI before onset': [0, 83, 84, 85].map((onset) => onsetAndMri(onset, onset + 1)),
    'onset 84 days ago or less': [0, 83, 84].flatMap(mriFromOnsetOn),
    'onset more than 84 days ago': [85, 400].flatMap(mriFromOnsetOn),
  },
}

/** Classes of every fact that the third criterion reads. */
export const canalClasses: Record<string, Classes> = {
  retropulsion: {
    'not recorded': nothing,
    none: levels('retropulsion', 'none'),
    mild: levels('retropulsion', 'mild'),
    significant: levels('retropulsion', 'significant'),
    'present-size-not-stated': levels('retropulsion', 'present-size-not-stated'),
  },
  canal: {
    'not recorded': nothing,
    none: levels('canalCompromisePercent', 0),
    'above 0 and under 20 %': levels('canalCompromisePercent', 0.1, 1, 19, 19.9),
    '20 % or more': levels('canalCompromisePercent', 20, 20.1, 21, 100),
  },
  wall: {
    'not recorded': nothing,
    intact: levels('posteriorWall', 'intact'),
    disrupted: levels('posteriorWall', 'disrupted'),
  },
  'cord or cauda': {
    'not recorded': nothing,
    compressed: patients('cordOrCaudaCompression', true),
    free: patients('cordOrCaudaCompression', false),
  },
}

const onEachScale = (...scores: number[]): Fragment[] =>
  scores.flatMap((score) => [
    { patient: { painScore: score, painScale: 'NRS-0-10' } },
    { patient: { painScore: score, painScale: 'VAS-0-10' } },
    { patient: { painScore: Math.round(score * 100) / 10, painScale: 'VAS-0-100' } },
  ])

/** Classes of every fact that the fourth criterion reads. */
export const painClasses: Record<string, Classes> = {
  score: {
    'not recorded': [...nothing, ...patients('painScale', 'NRS-0-10', 'VAS-0-10', 'VAS-0-100')],
    'under 5': onEachScale(0, 0.1, 4, 4.9),
    '5 to under 7': onEachScale(5, 5.1, 6, 6.9),
    '7 or more': onEachScale(7, 7.1, 7.6, 10),
    'without its scale': patients('painScore', 0, 8),
    'off its scale': (['NRS-0-10', 'VAS-0-10'] as const).flatMap((painScale): Fragment[] => [
      { patient: { painScore: 10.1, painScale } },
      { patient: { painScore: 80, painScale } },
    ]),
  },
  word: {
    'not recorded': nothing,
    another: patients('painSeverity', 'none', 'mild', 'moderate'),
    severe: patients('painSeverity', 'severe'),
  },
  'from fracture': {
    'not recorded': nothing,
    yes: patients('painFromFracture', true),
    no: patients('painFromFracture', false),
  },
  life: {
    'not recorded': nothing,
    limited: patients('qualityOfLifeLimited', true),
    'not limited': patients('qualityOfLifeLimited', false),
  },
}

const counting = ['pain-medication', 'bracing', 'physical-therapy', 'injection', 'unspecified']
const everyList = Array.from({ length: 2 ** CareModality.options.length }, (_, bits) =>
  CareModality.options.filter((_, at) => (bits >> at) % 2 === 1),
)
const counts = (list: readonly string[]) => list.some((form) => counting.includes(form))

/** Every set of the seven forms of care, and none recorded. */
export const formsOfCare: Classes = {
  'not recorded': nothing,
  'empty list': patients('careModalities', []),
  'none counts': patients('careModalities', ...everyList.filter((l) => l.length > 0 && !counts(l))),
  'some count': patients('careModalities', ...everyList.filter(counts)),
}

/** The answers to how care went. */
export const responses: Classes = {
  'not recorded': nothing,
  failed: patients('careResponse', 'failed'),
  improving: patients('careResponse', 'improving'),
  resolved: patients('careResponse', 'resolved'),
  'not-tried': patients('careResponse', 'not-tried'),
} satisfies Record<NonNullable<PatientFacts['careResponse']> | 'not recorded', readonly Fragment[]>
