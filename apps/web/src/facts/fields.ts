import { type Fact, LevelFacts, PatientFacts } from '@kyphoscreen/rules'
import { choice, day, type Field, number, several, text, yesNo } from './field.ts'

/** How each fact is answered and in which words, in the order of the consult; a fact without a field does not compile. */
export const fields = {
  mriFinding: choice('MRI finding', {
    acute: 'Acute',
    subacute: 'Subacute',
    chronic: 'Chronic',
    indeterminate: 'Indeterminate',
    'no-fracture': 'No fracture',
  }),
  mriMarrowEdema: yesNo('Marrow edema'),
  mriPerformedOn: day('MRI date'),
  mriNotPossible: yesNo('MRI not possible'),
  otherImaging: choice('Other imaging', {
    'bone-scan': 'Bone scan',
    'spect-ct': 'SPECT-CT',
    ct: 'CT',
  }),
  otherImagingActive: yesNo('Other imaging shows an active fracture'),
  onsetOn: day('Onset'),
  cause: choice('Cause of the fracture', {
    osteoporosis: 'Osteoporosis',
    'secondary-osteoporosis': 'Secondary osteoporosis',
    'other-bone-fragility': 'Other bone fragility',
    malignancy: 'Malignancy',
    'benign-lesion': 'Benign lesion',
    'high-energy-trauma': 'High-energy trauma',
  }),

  careStartedOn: day('Start of conservative care'),
  careDays: number('Days of conservative care', 'days', PatientFacts.shape.careDays),
  careModalities: several('Conservative care tried', 'None of these was tried', {
    'pain-medication': 'Pain medication',
    bracing: 'Bracing',
    'physical-therapy': 'Physical therapy',
    injection: 'Injection',
    'bed-rest': 'Bed rest',
    other: 'Other care',
    unspecified: 'Care of a kind not stated',
  }),
  careResponse: choice('Response to conservative care', {
    failed: 'Failed',
    improving: 'Improving',
    resolved: 'Resolved',
    'not-tried': 'Not tried',
  }),
  earlyException: choice('Reason not to wait two weeks', {
    hospitalized: 'In hospital',
    bedridden: 'Bedridden',
    'medication-intolerant': 'Does not tolerate pain medication',
  }),

  retropulsion: choice('Retropulsion', {
    none: 'None',
    mild: 'Mild',
    significant: 'Significant',
    'present-size-not-stated': 'Present, size not stated',
  }),
  canalCompromisePercent: number('Canal compromise', '%', LevelFacts.shape.canalCompromisePercent),
  posteriorWall: choice('Posterior wall', { intact: 'Intact', disrupted: 'Disrupted' }),
  heightLossPercent: number('Height loss', '%', LevelFacts.shape.heightLossPercent),

  painScale: choice('Pain scale', {
    'NRS-0-10': 'NRS 0-10',
    'VAS-0-10': 'VAS 0-10',
    'VAS-0-100': 'VAS 0-100',
  }),
  painScore: number('Pain score', undefined, PatientFacts.shape.painScore),
  painSeverity: choice('Pain in a word', {
    none: 'None',
    mild: 'Mild',
    moderate: 'Moderate',
    severe: 'Severe',
  }),
  painFromFracture: yesNo('Pain comes from this fracture'),
  painTrend: choice('Pain trend', {
    improving: 'Improving',
    stable: 'Stable',
    worsening: 'Worsening',
  }),
  hospitalizedForPain: yesNo('In hospital for this pain'),
  qualityOfLifeLimited: yesNo('Pain limits quality of life'),
  qualityOfLifeNote: text('What the patient can no longer do'),
  oswestry: number('Oswestry Disability Index', '%', PatientFacts.shape.oswestry),
  rolandMorris: number('Roland-Morris', 'of 24', PatientFacts.shape.rolandMorris),

  ageYears: number('Age', 'years', PatientFacts.shape.ageYears),
  neurologicDeficit: yesNo('Neurologic deficit'),
  cordOrCaudaCompression: yesNo('Cord or cauda equina compressed'),
  activeInfection: yesNo('Active infection'),
  spinalInstability: yesNo('Spine unstable'),
  pregnant: yesNo('Pregnant'),
  uncorrectedCoagulopathy: yesNo('Coagulopathy not corrected'),
  cementAllergy: yesNo('Allergy to bone cement'),
  epiduralTumor: yesNo('Epidural tumor'),
} as const satisfies Record<Fact, Field>
