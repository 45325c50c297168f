import type { Fact } from '@kyphoscreen/rules'
import { fields } from '../facts/fields.ts'
import { explain } from '../failure.ts'
import { RequestFailed } from '../request.ts'

const words: Readonly<Record<string, string>> = {
  ownerId: 'Owner',
  dueOn: 'Due',
  receivedOn: 'Received on',
  expectedOn: 'Expected on',
  documentOn: 'Date of the document',
  kind: 'Kind',
  why: 'Why',
  text: 'The text',
  name: 'The name',
}

const placeOf = (pointer: string) => {
  const name = pointer.split('/').at(-1) ?? ''
  return name in fields ? fields[name as Fact].label : (words[name] ?? 'What was sent')
}

/** Says why a change of a referral was not taken, with the fields that the server named. */
export function explainRefusal(error: unknown): string {
  const failure = error instanceof RequestFailed ? error.failure : undefined
  if (failure?.kind !== 'refused') return explain(error)
  const { status, type, title, detail, errors = [] } = failure.problem
  if (status === 409) {
    if (!type.endsWith('illegal-step')) return `${title}. ${detail}`
    const [first] = errors
    return first ? `This ${first.reason}.` : `${title}. ${detail}`
  }
  if (status !== 422 || errors.length === 0) return explain(error)
  const reasons = errors.map(({ pointer, reason }) => `${placeOf(pointer)} ${reason}`)
  return `${reasons.join('. ')}.`
}
