const assessedOn = '2026-11-21'

const patient = (facts: object) => ({ assessedOn, patient: facts, levels: [{ level: 'L1' }] })
const level = (facts: object) => ({ assessedOn, levels: [{ level: 'L1', ...facts }] })

const later = 'is after the day of assessment; correct one of the two'
const leaveOut = 'leave the key out when it is not recorded'
const realDay = 'must be a real calendar day written YYYY-MM-DD'

/** Findings that are refused: what is sent, the field that is named, and what is said of it. */
export const refused: [unknown, string, string][] = [
  [{ levels: [{ level: 'L1' }] }, '/assessedOn', 'is required'],
  [{ assessedOn }, '/levels', 'is required'],
  [{ assessedOn, levels: [] }, '/levels', 'must not be shorter than 1'],
  [{ assessedOn, levels: [{}] }, '/levels/0/level', 'must be one of: C1, '],
  [{ assessedOn: '2026-02-30', levels: [{ level: 'L1' }] }, '/assessedOn', realDay],
  [{ assessedOn: '1899-12-31', levels: [{ level: 'L1' }] }, '/assessedOn', 'between 1900 and 2199'],
  [{ assessedOn: '2200-01-01', levels: [{ level: 'L1' }] }, '/assessedOn', 'between 1900 and 2199'],
  [{ assessedOn: '21-Nov-2026', levels: [{ level: 'L1' }] }, '/assessedOn', realDay],
  [{ assessedOn: 20_261_121, levels: [{ level: 'L1' }] }, '/assessedOn', realDay],
  [level({ onsetOn: '2026-11-22' }), '/levels/0/onsetOn', later],
  [level({ mriPerformedOn: '2026-11-22' }), '/levels/0/mriPerformedOn', later],
  [patient({ careStartedOn: '2026-11-22' }), '/patient/careStartedOn', later],
  [level({ onsetOn: '2025-02-29' }), '/levels/0/onsetOn', realDay],
  [level({ canalCompromisePercent: 101 }), '/levels/0/canalCompromisePercent', 'more than 100'],
  [level({ canalCompromisePercent: -1 }), '/levels/0/canalCompromisePercent', 'less than 0'],
  [level({ heightLossPercent: '30' }), '/levels/0/heightLossPercent', 'must be a number'],
  [level({ mriFinding: 'old' }), '/levels/0/mriFinding', 'must be one of: acute, subacute, '],
  [level({ mriFinding: null }), '/levels/0/mriFinding', leaveOut],
  [level({ mriMarrowEdema: 'yes' }), '/levels/0/mriMarrowEdema', 'must be true or false'],
  [patient({ qualityOfLifeNote: 5 }), '/patient/qualityOfLifeNote', `must be text; ${leaveOut}`],
  [level({ aspirin: true }), '/levels/0/aspirin', 'is not a known field'],
  [level({ 'a b': true }), '/levels/0', 'holds a field that is not known; remove it'],
  [{ ...level({}), extra: 1 }, '/extra', 'is not a known field'],
  [patient({ painScore: 8 }), '/patient/painScale', 'name the scale the score was taken on'],
  [patient({ painScore: 11, painScale: 'NRS-0-10' }), '/patient/painScore', 'scale of 0 to 10'],
  [patient({ painScore: 10.1, painScale: 'VAS-0-10' }), '/patient/painScore', 'scale of 0 to 10'],
  [patient({ painScore: 101, painScale: 'VAS-0-100' }), '/patient/painScore', 'more than 100'],
  [patient({ painScore: -0.1, painScale: 'VAS-0-10' }), '/patient/painScore', 'less than 0'],
  [patient({ painScore: Number.NaN, painScale: 'VAS-0-10' }), '/patient/painScore', 'a number'],
  [patient({ rolandMorris: 25 }), '/patient/rolandMorris', 'more than 24'],
  [patient({ oswestry: 101 }), '/patient/oswestry', 'more than 100'],
  [patient({ ageYears: 131 }), '/patient/ageYears', 'more than 130'],
  [patient({ careDays: 3.5 }), '/patient/careDays', 'whole number'],
  [patient({ careDays: -1 }), '/patient/careDays', 'less than 0'],
  [patient({ careModalities: 'bracing' }), '/patient/careModalities', 'must be a list'],
  [patient({ careModalities: ['yoga'] }), '/patient/careModalities/0', 'must be one of'],
  [
    patient({ qualityOfLifeNote: 'x'.repeat(1001) }),
    '/patient/qualityOfLifeNote',
    'longer than 1000',
  ],
  [
    patient({ careModalities: new Array(21).fill('other') }),
    '/patient/careModalities',
    'longer than 20',
  ],
  [{ ...level({}), patient: 'Jane' }, '/patient', `must be an object; ${leaveOut}`],
  [patient({ qualityOfLifeNote: 'a\u0000b' }), '/patient/qualityOfLifeNote', 'cannot be stored'],
  [patient({ qualityOfLifeNote: 'a\ud800b' }), '/patient/qualityOfLifeNote', 'cannot be stored'],
  [
    patient({ careStartedOn: '2026-11-01', careDays: 22 }),
    '/patient/careDays',
    'differs from the start of care by more than a day',
  ],
  [
    patient({ careResponse: 'not-tried', careModalities: ['bracing'] }),
    '/patient/careResponse',
    'says care was not tried, but care is recorded',
  ],
  [
    patient({ careResponse: 'not-tried', careDays: 1 }),
    '/patient/careResponse',
    'says care was not tried, but care is recorded',
  ],
  [
    { ...level({ onsetOn: '2026-11-18' }), patient: { careDays: 6 } },
    '/patient/careDays',
    'is longer than the oldest fracture is old',
  ],
  [
    { ...level({ onsetOn: '2026-11-18' }), patient: { careStartedOn: '2026-11-15' } },
    '/patient/careStartedOn',
    'is longer than the oldest fracture is old',
  ],
  [
    { assessedOn, levels: [{ level: 'L1' }, { level: 'L2' }, { level: 'L1' }] },
    '/levels/2/level',
    'is named twice',
  ],
  [null, '', 'must be an object'],
  ['text', '', 'must be an object'],
]

/** Findings at the edge that are accepted, and why. */
export const accepted: [unknown, string][] = [
  [patient({ careStartedOn: '2026-11-01', careDays: 21 }), 'a day apart is within a rounding'],
  [patient({ careStartedOn: '2026-11-01', careDays: 19 }), 'a day apart either way'],
  [{ ...level({ onsetOn: '2026-11-18' }), patient: { careDays: 5 } }, 'two days before onset'],
  [
    {
      assessedOn,
      patient: { careDays: 30 },
      levels: [{ level: 'L1', onsetOn: '2026-11-18' }, { level: 'L2' }],
    },
    'an onset that is not recorded may be older',
  ],
  [patient({ careResponse: 'not-tried', careModalities: [], careDays: 0 }), 'nothing was tried'],
  [patient({ painScore: 7.6, painScale: 'VAS-0-10' }), 'scores are real numbers'],
  [patient({ painScale: 'VAS-0-10' }), 'a scale may wait for its score'],
  [level({ onsetOn: '2026-11-21', mriPerformedOn: '2026-11-21' }), 'the day of assessment itself'],
  [level({ onsetOn: '2024-02-29' }), 'a leap day'],
  [patient({}), 'nothing is recorded of the patient'],
]
