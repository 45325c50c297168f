import { conflictKinds, type Kind } from './conflict-kinds.ts'

/** Every way a request can be refused or fail: its HTTP status, what it is called, and what to do about it. */
export const problemKinds = {
  ...conflictKinds,
  'malformed-request': {
    status: 400,
    title: 'The request cannot be read',
    detail: 'Send a well-formed HTTP request with a JSON body.',
  },
  'malformed-json': {
    status: 400,
    title: 'The body is not JSON',
    detail: 'Send one JSON value in UTF-8 without a byte order mark.',
  },
  'ambiguous-json': {
    status: 400,
    title: 'The body can be read in two ways',
    detail: 'Name each key once, use no reserved key and nest at most 32 deep.',
  },
  'malformed-idempotency-key': {
    status: 400,
    title: 'The Idempotency-Key cannot be used',
    detail: 'Send 1 to 200 visible ASCII characters, or leave the header out.',
  },
  'malformed-if-match': {
    status: 400,
    title: 'The If-Match cannot be used',
    detail:
      'Send one ETag as the referral was given with it, in its quotes; no list, no weak tag, no star.',
  },
  'signed-out': {
    status: 401,
    title: 'Nobody is signed in',
    detail: 'Sign in and try again; what you entered is not lost by signing in.',
  },
  'wrong-sign-in': {
    status: 401,
    title: 'The user name or the password is not right',
    detail: 'Check both and try again; an admin can tell whether the account is in use.',
  },
  'not-your-role': {
    status: 403,
    title: 'Your role does not include this',
    detail: 'Ask a person whose role includes it.',
  },
  'wrong-password': {
    status: 403,
    title: 'The password is not right',
    detail: 'Type your own password again and send the request again; nothing was stored.',
  },
  'foreign-origin': {
    status: 403,
    title: 'The request comes from another site',
    detail: 'Use Kyphoscreen at its own address.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    detail: 'Check the address, or search for the patient again.',
  },
  erased: {
    status: 410,
    title: 'This was erased',
    detail:
      'Everything about this patient was erased for good. The log says when and why; an admin can read it.',
  },
  'not-in-log': {
    status: 404,
    title: 'The log does not tell of this',
    detail:
      'It was recorded before the log began, or there is nothing here: no receipt can be given.',
  },
  'web-app-missing': {
    status: 404,
    title: 'The web app is not built',
    detail: 'Run npm start, which builds it; the API answers under /api.',
  },
  'too-slow': {
    status: 408,
    title: 'The request took too long to arrive',
    detail: 'Try again on a better connection.',
  },
  'import-too-large': {
    status: 413,
    title: 'The file is too large',
    detail: 'Send at most 2 GiB; split the file, each part with the line of column names.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    detail: 'Send at most 64 KiB.',
  },
  'not-json-content': {
    status: 415,
    title: 'The body is of a kind that is not accepted',
    detail: 'Send application/json in UTF-8, not compressed.',
  },
  'no-such-part': {
    status: 416,
    title: 'The file has no such part',
    detail: 'Load the whole file, without a Range.',
  },
  'not-importable': {
    status: 415,
    title: 'The file is of a kind that is not accepted',
    detail: 'Send text/csv or application/x-ndjson in UTF-8, not compressed.',
  },
  'invalid-content': {
    status: 422,
    title: 'Something in the request must be corrected',
    detail: 'Correct the fields that are listed and send the request again; nothing was stored.',
  },
  'key-used-otherwise': {
    status: 422,
    title: 'This Idempotency-Key was used for another request',
    detail: 'Use a new key for a new request; nothing was stored.',
  },
  'too-many-tries': {
    status: 429,
    title: 'Too many tries to sign in',
    detail: 'Wait as long as the Retry-After header says and try again.',
  },
  'too-many-streams': {
    status: 429,
    title: 'This session listens for news too often already',
    detail: 'Close other pages of Kyphoscreen and load this one again.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    detail: 'Send at most 16 KiB of headers; clearing the cookies of this site may help.',
  },
  'server-failed': {
    status: 500,
    title: 'The server failed',
    detail:
      'No answer was made. Try again; if it stays, give the request id to whoever runs Kyphoscreen.',
  },
  'audit-unwritable': {
    status: 503,
    title: 'The log cannot be written',
    detail:
      'Nothing was done, for nothing is done that is not logged. Wait a moment and try again; if it stays, tell whoever runs Kyphoscreen.',
  },
  'log-at-fault': {
    status: 503,
    title: 'The log is not what was signed',
    detail: 'No proof can be given of it. Tell whoever runs Kyphoscreen at once.',
  },
  'server-busy': {
    status: 503,
    title: 'The server cannot answer just now',
    detail: 'Wait a moment and try again; the same Idempotency-Key keeps it from being done twice.',
  },
} as const satisfies Record<string, Kind>

export type ProblemKind = keyof typeof problemKinds
