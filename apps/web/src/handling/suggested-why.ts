import type { ReferralState } from '@kyphoscreen/api/contract'

/** A reason for each step that can be taken as it is, or written anew. */
export const suggestedWhy = {
  new: 'Opened again.',
  'in-triage': 'Looking at what was sent.',
  'waiting-for-information': 'Asked the referrer for what is missing.',
  'ready-for-surgeon': 'What decides is recorded; a surgeon can look at it.',
  decided: 'The surgeon has decided.',
  closed: 'Nothing more to do here.',
} as const satisfies Record<ReferralState, string>
