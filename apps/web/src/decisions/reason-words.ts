import type { DepartureCode, DepartureGroup, DepartureReason } from '@kyphoscreen/api/contract'

/** The groups of reasons for departing from the outcome, in words. */
export const groupWords = {
  'guidance-not-applicable': 'The criteria do not apply here',
  'context-insufficient': 'The findings do not tell enough',
  'clinician-disagrees': 'I disagree with the evidence behind a criterion',
  'concern-about-outcomes': 'Concern about what would come of it',
  'patient-preference': 'The patient’s preference',
  'not-feasible': 'Not feasible',
} as const satisfies Record<DepartureGroup, string>

/** Each reason in words, within its group. */
export const codeWords = {
  'guidance-not-applicable': {
    'patient-not-covered': 'The criteria were not made for a patient like this',
    'fracture-not-covered': 'The criteria were not made for a fracture like this',
    'other-guidance-followed': 'Other guidance is followed (say which)',
    'too-urgent-to-wait': 'Too urgent to wait for the criteria',
    'not-applicable-otherwise': 'Does not apply for another reason (say which)',
  },
  'context-insufficient': {
    'facts-left-out': 'Something that matters is not among the facts (say what)',
    'facts-out-of-date': 'The facts are out of date',
    'facts-recorded-wrongly': 'A fact is recorded wrongly (say which)',
    'own-look-at-images': 'I have looked at the images myself',
    'own-examination': 'I have examined the patient myself',
    'insufficient-otherwise': 'Not enough for another reason (say which)',
  },
  'clinician-disagrees': {
    'criterion-too-strict': 'A criterion is too strict here',
    'criterion-too-loose': 'A criterion is not strict enough here',
    'newer-evidence': 'There is newer evidence (say which)',
    'own-experience': 'My own experience says otherwise',
    'disagrees-otherwise': 'I disagree for another reason (say which)',
  },
  'concern-about-outcomes': {
    'risk-of-procedure': 'The risk of the procedure',
    'risk-of-anesthesia': 'The risk of anesthesia',
    'risk-of-waiting': 'The risk of waiting or of not treating',
    'little-benefit-expected': 'Little benefit is expected',
    'concern-otherwise': 'Another concern (say which)',
  },
  'patient-preference': {
    'declines-procedure': 'The patient does not want the procedure',
    'wishes-procedure': 'The patient wants the procedure',
    'wishes-to-wait': 'The patient wants to wait',
    'wishes-second-opinion': 'The patient wants a second opinion',
    'preference-otherwise': 'Another wish of the patient (say which)',
  },
  'not-feasible': {
    'level-not-accessible': 'The level cannot be reached or seen safely',
    'no-place-or-staff': 'No place, equipment or staff in time',
    'patient-cannot-come': 'The patient cannot come',
    'not-paid-for': 'It is not paid for',
    'not-feasible-otherwise': 'Not feasible for another reason (say which)',
  },
} as const satisfies { [Group in DepartureGroup]: Record<DepartureCode<Group>, string> }

/** Writes a reason’s own words, without its text. */
export const writeReason = ({ group, code }: DepartureReason): string => {
  const words: Readonly<Record<string, string>> = codeWords[group]
  return `${groupWords[group]}: ${(words[code] ?? code).replace(/ \(say \w+\)$/, '')}`
}
