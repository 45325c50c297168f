import { explain } from '../failure.ts'
import { RequestFailed } from '../request.ts'

/** Says why a change of a referral was not taken, with the fields that the server named. */
export function explainRefusal(error: unknown): string {
  const failure = error instanceof RequestFailed ? error.failure : undefined
  if (failure?.kind !== 'refused') return explain(error)
  const { status, type, title, detail, errors = [] } = failure.problem
  if (status === 409) {
    if (!type.endsWith('illegal-step')) return `${title}. ${detail}`
    const [first] = errors
    return first ? `This step ${first.reason}.` : `${title}. ${detail}`
  }
  if (status !== 422 || errors.length === 0) return explain(error)
  const reasons = errors.map(({ pointer, reason }) => `${pointer.split('/').at(-1)} ${reason}`)
  return `The server refused this: ${reasons.join('; ')}.`
}
