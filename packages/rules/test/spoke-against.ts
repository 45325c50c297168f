import type { Findings } from '../src/index.ts'

/** One way in which leaving out a fact lets a criterion be met: what it said spoke against what else is recorded. */
export type SpokeAgainst = {
  code: string
  fact: string
  said: (value: unknown) => boolean
  why: string
  patient?: Partial<NonNullable<Findings['patient']>>
  level?: Partial<Findings['levels'][number]>
}

const anything = () => true
const is = (expected: unknown) => (value: unknown) => value === expected
const from = (least: number) => (value: unknown) => typeof value === 'number' && value >= least

const edemaAlone = 'marrow edema without a stated age is read as active'

/** Every such way there is; a new one in the rules fails the test. */
export const spokeAgainst: readonly SpokeAgainst[] = [
  {
    code: 'age-indeterminate',
    fact: 'mriFinding',
    said: is('indeterminate'),
    why: edemaAlone,
    level: { mriFinding: 'indeterminate', mriMarrowEdema: true },
  },
  {
    code: 'not-active',
    fact: 'mriFinding',
    said: is('no-fracture'),
    why: edemaAlone,
    level: { mriFinding: 'no-fracture', mriMarrowEdema: true },
  },
  {
    code: 'report-contradicts-itself',
    fact: 'mriFinding',
    said: is('chronic'),
    why: edemaAlone,
    level: { mriFinding: 'chronic', mriMarrowEdema: true },
  },
  {
    code: 'report-contradicts-itself',
    fact: 'mriMarrowEdema',
    said: is(false),
    why: 'an acute finding alone is active',
    level: { mriMarrowEdema: false },
  },
  {
    code: 'mri-before-onset',
    fact: 'mriPerformedOn',
    said: anything,
    why: 'an MRI without a date is not known to be old',
    level: { onsetOn: '2026-10-20', mriPerformedOn: '2026-10-19' },
  },
  {
    code: 'mri-before-onset',
    fact: 'onsetOn',
    said: anything,
    why: 'an MRI is not known to be older than an onset without a date',
    level: { onsetOn: '2026-10-20', mriPerformedOn: '2026-10-19' },
  },
  {
    code: 'active-but-old',
    fact: 'onsetOn',
    said: anything,
    why: 'a fracture without a date is not known to be old',
    level: { onsetOn: '2026-08-28' },
  },
  {
    code: 'not-long-enough',
    fact: 'careStartedOn',
    said: anything,
    why: 'the days stated may be one more than the date gives',
    patient: { careStartedOn: '2026-11-08', careDays: 14 },
  },
  {
    code: 'significant',
    fact: 'canalCompromisePercent',
    said: from(20),
    why: 'the word says that no bone is pushed back',
    level: { canalCompromisePercent: 20 },
  },
  {
    code: 'to-be-weighed',
    fact: 'canalCompromisePercent',
    said: from(Number.MIN_VALUE),
    why: 'the word says that no bone is pushed back',
    level: { canalCompromisePercent: 1 },
  },
  {
    code: 'to-be-weighed',
    fact: 'posteriorWall',
    said: is('disrupted'),
    why: 'the word says that no bone is pushed back',
    level: { posteriorWall: 'disrupted' },
  },
  {
    code: 'to-be-weighed',
    fact: 'cordOrCaudaCompression',
    said: is(true),
    why: 'the word says that no bone is pushed back',
    patient: { cordOrCaudaCompression: true },
  },
  {
    code: 'not-from-fracture',
    fact: 'painFromFracture',
    said: is(false),
    why: 'it is asked for and not waited for',
    patient: { painFromFracture: false },
  },
  {
    code: 'word-and-score-disagree',
    fact: 'painScore',
    said: anything,
    why: 'the word alone says severe',
    patient: { painScore: 6, painSeverity: 'severe' },
  },
  {
    code: 'word-and-score-disagree',
    fact: 'painSeverity',
    said: (value) => value !== 'severe',
    why: 'the score alone says severe',
    patient: { painSeverity: 'moderate' },
  },
]

/** Findings in which only what a row records speaks against meeting the criteria. */
export const withRow = ({ patient, level }: SpokeAgainst): Findings => ({
  assessedOn: '2026-11-21',
  patient: {
    painScore: 8,
    painScale: 'NRS-0-10',
    qualityOfLifeLimited: true,
    careDays: 14,
    careModalities: ['bracing'],
    careResponse: 'failed',
    ...patient,
  },
  levels: [{ level: 'L1', mriFinding: 'acute', retropulsion: 'none', ...level }],
})
