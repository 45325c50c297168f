import { cite, citing, type Source } from './source.ts'

/** A statement for the patient in plain words, with the paragraphs it rests on. */
export type PatientStatement = { says: string; sources: readonly Source[] }

/** What the patient handout says, section by section. */
export const handout = {
  whatItIs: [
    {
      says: 'Kyphoplasty treats a painful break in a bone of the spine. Through small cuts, guided by X-ray, a balloon makes room inside the bone and bone cement fills it, so that the bone is held steady.',
      sources: citing(cite('S1', 5), cite('S2', 3)),
    },
    {
      says: 'It takes about 30 minutes for each bone that is treated.',
      sources: citing(cite('S1', 5)),
    },
    {
      says: 'You may be fully asleep, or the area may be numbed. Your team will tell you which.',
      sources: citing(cite('S1', 5), cite('S2', 3)),
    },
  ],
  afterwards: [
    { says: 'Most people go home the same day or the next day.', sources: citing(cite('S1', 6)) },
    { says: 'Most people walk the same day or the next day.', sources: citing(cite('S1', 6)) },
    {
      says: 'For four to six weeks: no repeated bending, no repeated twisting, and no lifting over five pounds (2.3 kg).',
      sources: citing(cite('S1', 6)),
    },
    {
      says: 'Most people are back to their usual activity in one to two weeks, within these limits.',
      sources: citing(cite('S2', 7)),
    },
  ],
  notTreating: [
    {
      says: 'Leaving the fracture untreated has risks too: low mood, losing strength from lying and sitting, and the side effects of strong pain medicine.',
      sources: citing(cite('S2', 11)),
    },
    {
      says: 'Weak bones need treatment of their own. Without it, more breaks are likely.',
      sources: citing(cite('S2', 9)),
    },
  ],
} as const satisfies Record<string, readonly PatientStatement[]>

/** The eight risks that the consent talk covers. */
export const consentRisks = [
  { says: 'problems from anesthesia', sources: citing(cite('S1', 7)) },
  { says: 'bleeding', sources: citing(cite('S1', 7), cite('S2', 11)) },
  { says: 'infection', sources: citing(cite('S1', 7), cite('S2', 11)) },
  { says: 'injury to a nerve or the spinal cord', sources: citing(cite('S1', 7)) },
  { says: 'a leak of spinal fluid', sources: citing(cite('S1', 7)) },
  { says: 'blood clots', sources: citing(cite('S1', 7)) },
  { says: 'cement leaking out of the bone', sources: citing(cite('S1', 7), cite('S2', 11)) },
  { says: 'more back pain than before', sources: citing(cite('S2', 11)) },
] as const satisfies readonly PatientStatement[]
