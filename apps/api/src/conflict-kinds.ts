/** One way a request can be refused or fail: its HTTP status, what it is called, and what to do about it. */
export type Kind = { status: number; title: string; detail: string }

/** Every way a request can clash with what is stored, or with what somebody else has done. */
export const conflictKinds = {
  'mrn-taken': {
    status: 409,
    title: 'A patient with this MRN is registered already',
    detail: 'Search for the MRN and open that patient, or correct the MRN.',
  },
  'referral-taken': {
    status: 409,
    title: 'A referral with this id of the sender is here already',
    detail: 'Open that referral, or correct the id.',
  },
  'view-name-taken': {
    status: 409,
    title: 'You keep a view under this name already',
    detail: 'Choose another name, or change the view that has it.',
  },
  'too-many-views': {
    status: 409,
    title: 'You keep fifty views already',
    detail: 'Delete one that you no longer use; nothing was stored.',
  },
  'illegal-step': {
    status: 409,
    title: 'The referral cannot take this step from where it is',
    detail: 'Take one of the steps that are named; nothing was stored.',
  },
  'decided-already': {
    status: 409,
    title: 'A decision stands on this screening already',
    detail:
      'Read it; to correct it, send a new decision that names it under `replaces`. Nothing was stored.',
  },
  'replaced-already': {
    status: 409,
    title: 'The decision to be replaced was replaced already',
    detail:
      'Read the decisions of this screening again and replace the one that stands. Nothing was stored.',
  },
  'impression-wanted': {
    status: 409,
    title: 'Your impression comes first',
    detail:
      'This clinic asks a surgeon for an impression of the findings before the outcome is shown: record it and try again.',
  },
  'impression-not-wanted': {
    status: 409,
    title: 'No impression is asked for here',
    detail:
      'The outcome of this screening is not withheld from you, or your impression is recorded already: read the screening.',
  },
  'signed-off-already': {
    status: 409,
    title: 'This version of the rules is signed off already',
    detail: 'Read the sign-offs; a further one follows only when the one that stands is withdrawn.',
  },
  'withdrawn-already': {
    status: 409,
    title: 'This sign-off was withdrawn already',
    detail: 'Read the sign-offs again. Nothing was stored.',
  },
  'other-rules-in-force': {
    status: 409,
    title: 'The rules in force are others than the ones that were read',
    detail: 'Load the rules again, read them and sign off that version. Nothing was stored.',
  },
  'not-screenable': {
    status: 409,
    title: 'This referral cannot be screened as it is',
    detail: 'Record or correct what is listed and try again; nothing was stored.',
  },
  'changed-meanwhile': {
    status: 412,
    title: 'Somebody else has changed this referral meanwhile',
    detail:
      'Read it again, compare it with your own change and send that again; nothing was stored.',
  },
  'other-file-wanted': {
    status: 412,
    title: 'The file is another one than the request wants',
    detail: 'Load the file again without If-Match and If-Unmodified-Since.',
  },
  'import-not-now': {
    status: 409,
    title: 'The import is past that, or not there yet',
    detail: 'Look at its state; a file whose import has ended is uploaded again.',
  },
  'version-not-named': {
    status: 428,
    title: 'The request does not say which version it changes',
    detail: 'Send the ETag of the referral as you read it in If-Match.',
  },
} as const satisfies Record<string, Kind>
