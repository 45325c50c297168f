import type { Fact, LevelFact, PatientFact } from './facts.ts'

/** How a fact is asked for: a question a clinician would put, and the unit of a number. */
export type Question = { question: string; short: string; unit?: string }

const patientQuestions = {
  painScore: { question: 'What is the pain score, and on which scale?', short: 'pain score' },
  painScale: { question: 'On which scale was the pain scored?', short: 'pain scale' },
  painSeverity: { question: 'How does the clinician describe the pain?', short: 'pain severity' },
  painFromFracture: {
    question: 'Does the pain come from this fracture?',
    short: 'pain from this fracture',
  },
  painTrend: { question: 'Is the pain improving, stable or worsening?', short: 'pain trend' },
  qualityOfLifeLimited: {
    question: 'Does the pain limit quality of life?',
    short: 'quality of life',
  },
  qualityOfLifeNote: {
    question: 'What can the patient no longer do?',
    short: 'quality of life in words',
  },
  oswestry: { question: 'What is the Oswestry Disability Index?', short: 'Oswestry', unit: '%' },
  rolandMorris: {
    question: 'What is the Roland-Morris score?',
    short: 'Roland-Morris',
    unit: 'of 24',
  },
  hospitalizedForPain: {
    question: 'Is the patient in hospital for this pain?',
    short: 'in hospital for pain',
  },
  careStartedOn: {
    question: 'When did conservative care start, or for how many days has it run?',
    short: 'start of conservative care',
  },
  careDays: {
    question: 'For how many days has conservative care run?',
    short: 'days of conservative care',
    unit: 'days',
  },
  careModalities: {
    question: 'Which conservative care was tried?',
    short: 'conservative care tried',
  },
  careResponse: {
    question: 'How did the pain respond to conservative care?',
    short: 'response to conservative care',
  },
  earlyException: {
    question: 'Is there a reason not to wait two weeks?',
    short: 'reason not to wait',
  },
  ageYears: { question: 'How old is the patient?', short: 'age', unit: 'years' },
  pregnant: { question: 'Is the patient pregnant?', short: 'pregnancy' },
  neurologicDeficit: { question: 'Is there a neurologic deficit?', short: 'neurologic deficit' },
  cordOrCaudaCompression: {
    question: 'Is the cord or cauda equina compressed?',
    short: 'cord or cauda equina compression',
  },
  activeInfection: { question: 'Is there an active infection?', short: 'active infection' },
  uncorrectedCoagulopathy: {
    question: 'Is there an uncorrected coagulopathy?',
    short: 'uncorrected coagulopathy',
  },
  cementAllergy: { question: 'Is there an allergy to bone cement?', short: 'cement allergy' },
  spinalInstability: { question: 'Is the spine unstable?', short: 'spinal instability' },
  epiduralTumor: { question: 'Is there epidural tumor?', short: 'epidural tumor' },
} as const satisfies Record<PatientFact, Question>

const levelQuestions = {
  mriFinding: {
    question: 'What does the MRI report say about the age of the fracture?',
    short: 'MRI finding',
  },
  mriMarrowEdema: { question: 'Does the MRI show marrow edema?', short: 'marrow edema' },
  mriPerformedOn: { question: 'When was the MRI performed?', short: 'MRI date' },
  mriNotPossible: {
    question: 'Is an MRI not possible for this patient?',
    short: 'MRI not possible',
  },
  otherImaging: { question: 'Which other imaging was done?', short: 'other imaging' },
  otherImagingActive: {
    question: 'Does the other imaging show an active fracture?',
    short: 'activity on other imaging',
  },
  onsetOn: { question: 'When was the injury, or when did the symptoms start?', short: 'onset' },
  cause: { question: 'What caused the fracture?', short: 'cause' },
  retropulsion: {
    question: 'Is bone pushed back into the spinal canal, and how much?',
    short: 'retropulsion',
  },
  canalCompromisePercent: {
    question: 'How much of the canal is compromised?',
    short: 'canal compromise',
    unit: '%',
  },
  posteriorWall: { question: 'Is the posterior wall intact?', short: 'posterior wall' },
  heightLossPercent: {
    question: 'How much height has the vertebra lost?',
    short: 'height loss',
    unit: '%',
  },
} as const satisfies Record<LevelFact, Question>

/** The question for every fact; a fact without one does not compile. */
export const questions: Readonly<Record<Fact, Question>> = {
  ...levelQuestions,
  ...patientQuestions,
}

/** True for a fact that belongs to a level and not to the patient. */
export const isLevelFact = (fact: Fact): fact is LevelFact => fact in levelQuestions

/** The facts in the order in which they are asked for. */
export const factsInOrder = Object.keys(questions) as readonly Fact[]
