import { z } from 'zod'
import { prose } from './texts.ts'

/** The groups of reasons for departing from the outcome, after HL7's reasons for not following guidance. */
export const DepartureGroup = z.enum([
  'guidance-not-applicable',
  'context-insufficient',
  'clinician-disagrees',
  'concern-about-outcomes',
  'patient-preference',
  'not-feasible',
])
export type DepartureGroup = z.infer<typeof DepartureGroup>

/** The reasons of each group, and whether one says enough alone or needs a text with it. A reason that was used stays here. */
export const departureReasons = {
  'guidance-not-applicable': {
    'patient-not-covered': 'alone',
    'fracture-not-covered': 'alone',
    'other-guidance-followed': 'with-text',
    'too-urgent-to-wait': 'alone',
    'not-applicable-otherwise': 'with-text',
  },
  'context-insufficient': {
    'facts-left-out': 'with-text',
    'facts-out-of-date': 'alone',
    'facts-recorded-wrongly': 'with-text',
    'own-look-at-images': 'alone',
    'own-examination': 'alone',
    'insufficient-otherwise': 'with-text',
  },
  'clinician-disagrees': {
    'criterion-too-strict': 'alone',
    'criterion-too-loose': 'alone',
    'newer-evidence': 'with-text',
    'own-experience': 'alone',
    'disagrees-otherwise': 'with-text',
  },
  'concern-about-outcomes': {
    'risk-of-procedure': 'alone',
    'risk-of-anesthesia': 'alone',
    'risk-of-waiting': 'alone',
    'little-benefit-expected': 'alone',
    'concern-otherwise': 'with-text',
  },
  'patient-preference': {
    'declines-procedure': 'alone',
    'wishes-procedure': 'alone',
    'wishes-to-wait': 'alone',
    'wishes-second-opinion': 'alone',
    'preference-otherwise': 'with-text',
  },
  'not-feasible': {
    'level-not-accessible': 'alone',
    'no-place-or-staff': 'alone',
    'patient-cannot-come': 'alone',
    'not-paid-for': 'alone',
    'not-feasible-otherwise': 'with-text',
  },
} as const satisfies Record<DepartureGroup, Record<string, 'alone' | 'with-text'>>

type Reasons = typeof departureReasons

/** The code of a reason of one group, or of any. */
export type DepartureCode<Group extends DepartureGroup = DepartureGroup> = {
  [G in Group]: keyof Reasons[G] & string
}[Group]

const reasonOf = <Group extends DepartureGroup>(group: Group) => {
  const needs: Record<string, string> = departureReasons[group]
  return z
    .strictObject({
      group: z.literal(group),
      code: z.enum(Object.keys(needs) as DepartureCode<Group>[]),
      text: prose(1000).nullable(),
    })
    .refine(({ code, text }) => text !== null || needs[code] === 'alone', {
      path: ['text'],
      error: 'is needed with this reason; say it in a few words',
    })
}

/** Why a decision departs from the outcome: a group, a reason of that group, and a text where the reason needs one. */
export const DepartureReason = z.discriminatedUnion(
  'group',
  [
    reasonOf('guidance-not-applicable'),
    reasonOf('context-insufficient'),
    reasonOf('clinician-disagrees'),
    reasonOf('concern-about-outcomes'),
    reasonOf('patient-preference'),
    reasonOf('not-feasible'),
  ],
  { error: `must be one of: ${DepartureGroup.options.join(', ')}` },
)
export type DepartureReason = z.infer<typeof DepartureReason>
