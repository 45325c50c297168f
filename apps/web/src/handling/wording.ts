import type {
  DocumentKind,
  Origin,
  Person,
  Priority,
  ReferralState,
  WorklistOutcome,
} from '@kyphoscreen/api/contract'
import { shortOutcomeWords } from '../result/wording.ts'

/** Where a referral is on its way, in words. */
export const stateWords = {
  new: 'New',
  'in-triage': 'In triage',
  'waiting-for-information': 'Waiting for information',
  'ready-for-surgeon': 'Ready for surgeon',
  decided: 'Decided',
  closed: 'Closed',
} as const satisfies Record<ReferralState, string>

/** How soon a referral is to be looked at, in words. */
export const priorityWords = {
  routine: 'Routine',
  soon: 'Soon',
  urgent: 'Urgent',
} as const satisfies Record<Priority, string>

/** The kinds of document, in words. */
export const documentWords = {
  'mri-report': 'MRI report',
  imaging: 'Imaging',
  'medication-list': 'Medication list',
  'therapy-notes': 'Therapy notes',
  'referral-letter': 'Referral letter',
  other: 'Other document',
} as const satisfies Record<DocumentKind, string>

/** Where facts came from, in words. */
export const originWords = {
  document: 'Document',
  'phone-call': 'Phone call',
  examination: 'Examination',
} as const satisfies Record<Origin['kind'], string>

/** What is known as of today, in a word or two; the last two are not outcomes. */
export const standingWords = {
  ...shortOutcomeWords,
  'no-level': 'Not screened: no level recorded',
  contradiction: 'Not screened: facts contradict',
} as const satisfies Record<WorklistOutcome, string>

/** The same where it may be withheld from whoever reads. */
export const writeStanding = (outcome: WorklistOutcome | null): string =>
  outcome === null ? 'Withheld: impression first' : standingWords[outcome]

/** An owner by name; nobody is said so. */
export const ownerName = (owner: Pick<Person, 'displayName'> | null): string =>
  owner?.displayName ?? 'Nobody'
