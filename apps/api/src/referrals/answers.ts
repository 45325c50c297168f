import { Referral } from '../contract.ts'
import { problems } from '../problems.ts'

const refusals = problems(401, 403, 404, 409, 412, 413, 415, 422, 428, 503)

/** What a request answers that adds something to a referral: the referral as it then is, or why not. */
export const added = { 201: Referral, ...refusals }

/** What a request answers that changes what is there: the referral as it then is, or why not. */
export const changed = { 200: Referral, ...refusals }
