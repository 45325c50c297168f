import { type Day, type Refusal, writeDay } from '@kyphoscreen/rules'
import { Problem } from './contract.ts'
import { type ProblemKind, problemKinds } from './problem-kinds.ts'

type Particulars = { errors?: Refusal[]; retryAfterSeconds?: number; erasedOn?: Day }

/** A request that is refused: its kind says the status and the remedy, its refusals name the fields. */
export class Refused extends Error {
  readonly kind: ProblemKind
  readonly statusCode: number
  readonly errors: Refusal[] | undefined
  readonly retryAfterSeconds: number | undefined
  readonly erasedOn: Day | undefined

  constructor(kind: ProblemKind, { errors, retryAfterSeconds, erasedOn }: Particulars = {}) {
    super(kind)
    this.kind = kind
    this.statusCode = problemKinds[kind].status
    this.errors = errors
    this.retryAfterSeconds = retryAfterSeconds
    this.erasedOn = erasedOn
  }
}

/** Refuses content for one field, by JSON pointer, with the reason and its remedy. */
export const refusedField = (pointer: string, reason: string): Refused =>
  new Refused('invalid-content', { errors: [{ pointer, reason }] })

/** Writes a problem as it is sent (RFC 9457); it never holds what was typed. */
export function problemOf(
  kind: ProblemKind,
  requestId: string,
  { errors, erasedOn }: Particulars = {},
): Problem {
  const type = `urn:kyphoscreen:problem:${kind}`
  const { title, status, detail: says } = problemKinds[kind]
  const detail = erasedOn ? `Erased on ${writeDay(erasedOn)}. ${says}` : says
  return { type, title, status, detail, requestId, ...(errors && { errors }) }
}

/** The media type of every problem. */
export const problemMediaType = 'application/problem+json; charset=utf-8'

/** What is not there may have been erased. */
const withErased = (statuses: readonly number[]) =>
  statuses.includes(404) ? [...statuses, 410] : statuses

/** The reply schemas of the problems a route may answer, by status; any may answer 400 and 500. */
export const problems = <const Status extends number>(...statuses: Status[]) =>
  Object.fromEntries(
    [400, ...withErased(statuses), 500].map((status) => [status, Problem]),
  ) as Record<Status | 400 | 500, typeof Problem>
