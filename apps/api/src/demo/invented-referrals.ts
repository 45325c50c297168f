import type { DocumentKind, Priority, ReferralState, Referrer } from '../contract.ts'
import type { ConfirmedDecision } from '../decisions/refuse-decision.ts'
import { type InventedEvidence, inventedEvidence } from './invented-evidence.ts'
import { larkspur, quarryside, thistledown } from './invented-referrers.ts'

/** An invented referral of an invented patient, told in days before and after today. */
export type InventedReferral = {
  mrn: string
  referrer: Referrer
  reason: string
  receivedDaysAgo: number
  dueInDays: number
  priority: Priority
  evidence: readonly InventedEvidence[]
  awaited: readonly DocumentKind[]
  toDo: readonly string[]
  steps: readonly { daysAgo: number; to: ReferralState; why: string }[]
  /** What the surgeon decided on a screening of that day, where it was decided. */
  decided?: { daysAgo: number; decision: ConfirmedDecision }
}

const plain = { priority: 'routine', awaited: [], toDo: [], steps: [] } as const

const triaged = (daysAgo: number) =>
  ({ daysAgo, to: 'in-triage', why: 'Letter read, patient called.' }) as const

/** The demonstration's referrals: at least one for each list of the worklist. */
export const inventedReferrals: readonly InventedReferral[] = [
  {
    ...plain,
    mrn: 'DEMO-1001',
    referrer: larkspur,
    reason: 'Back pain since lifting a planter. Five weeks of tablets and a brace have not helped.',
    receivedDaysAgo: 9,
    dueInDays: 4,
    evidence: inventedEvidence['DEMO-1001'],
    steps: [
      triaged(6),
      { daysAgo: 3, to: 'ready-for-surgeon', why: 'Everything that was asked for is here.' },
    ],
  },
  {
    ...plain,
    mrn: 'DEMO-1002',
    referrer: larkspur,
    reason: 'Fracture of T12 after a fall from a step ladder.',
    receivedDaysAgo: 8,
    dueInDays: 2,
    priority: 'soon',
    evidence: inventedEvidence['DEMO-1002'],
    awaited: ['mri-report'],
    toDo: ['Ask radiology whether bone is pushed back into the canal'],
    steps: [
      triaged(4),
      {
        daysAgo: 2,
        to: 'waiting-for-information',
        why: 'The MRI report does not mention retropulsion.',
      },
    ],
  },
  {
    ...plain,
    mrn: 'DEMO-1003',
    referrer: thistledown,
    reason: 'Long-standing pain at L3; asks whether a procedure would help.',
    receivedDaysAgo: 12,
    dueInDays: -2,
    evidence: inventedEvidence['DEMO-1003'],
    steps: [
      triaged(9),
      { daysAgo: 8, to: 'ready-for-surgeon', why: 'Complete; the MRI shows an old fracture.' },
      {
        daysAgo: 6,
        to: 'decided',
        why: 'Seen by the surgeon: no procedure, back to the pain clinic.',
      },
    ],
    decided: {
      daysAgo: 6,
      decision: {
        ...{ kind: 'referred-elsewhere', note: 'Back to the pain clinic.' },
        ...{ reason: null, replaces: null },
      },
    },
  },
  {
    ...plain,
    mrn: 'DEMO-1004',
    referrer: quarryside,
    reason: 'Known malignancy, new fracture of T11, legs weaker since yesterday.',
    receivedDaysAgo: 2,
    dueInDays: 0,
    priority: 'urgent',
    evidence: inventedEvidence['DEMO-1004'],
    steps: [triaged(1)],
  },
  {
    ...plain,
    mrn: 'DEMO-1005',
    referrer: quarryside,
    reason: 'Fell in the garden twelve days ago; brace and tablets since.',
    receivedDaysAgo: 4,
    dueInDays: 6,
    evidence: inventedEvidence['DEMO-1005'],
    toDo: ['Call the patient: has the pain settled?'],
    steps: [triaged(2)],
  },
  {
    ...plain,
    mrn: 'DEMO-1006',
    referrer: larkspur,
    reason: 'Back pain after a fall, compression fracture on X-ray. Please advise.',
    receivedDaysAgo: 0,
    dueInDays: 7,
    evidence: [],
    awaited: ['mri-report', 'medication-list', 'therapy-notes'],
  },
  {
    ...plain,
    mrn: 'DEMO-1007',
    referrer: thistledown,
    reason: 'L1 fracture a month ago, pain clinic has nothing more to offer.',
    receivedDaysAgo: 6,
    dueInDays: 1,
    evidence: inventedEvidence['DEMO-1007'],
    toDo: ['Ask the pain clinic where its letter has the retropulsion from'],
    steps: [triaged(3)],
  },
  {
    ...plain,
    mrn: 'DEMO-1008',
    referrer: larkspur,
    reason: 'T12 fracture eleven weeks ago, still in severe pain.',
    receivedDaysAgo: 10,
    dueInDays: 3,
    priority: 'soon',
    evidence: inventedEvidence['DEMO-1008'],
    steps: [triaged(5)],
  },
  {
    ...plain,
    mrn: 'DEMO-1009',
    referrer: larkspur,
    reason: 'Severe pain at L4 since turning in bed; MRI has been done elsewhere.',
    receivedDaysAgo: 15,
    dueInDays: -4,
    evidence: inventedEvidence['DEMO-1009'],
    awaited: ['mri-report', 'therapy-notes'],
    toDo: ['Ask for the MRI report again'],
    steps: [
      triaged(12),
      { daysAgo: 12, to: 'waiting-for-information', why: 'The MRI report was not sent along.' },
    ],
  },
  {
    ...plain,
    mrn: 'DEMO-1010',
    referrer: quarryside,
    reason: 'Fracture of T10, admitted overnight for pain.',
    receivedDaysAgo: 20,
    dueInDays: -10,
    evidence: inventedEvidence['DEMO-1010'],
    steps: [{ daysAgo: 18, to: 'closed', why: 'The patient will be treated nearer to home.' }],
  },
]
