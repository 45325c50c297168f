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
  levels: 'The fractured level',
  why: 'Why',
  text: 'The text',
  name: 'The name',
}

const placeOf = (pointer: string) => {
  const name = pointer.split('/').at(-1) ?? ''
  return name in fields ? fields[name as Fact].label : (words[name] ?? 'What was sent')
}

const illegalStep = /illegal-step$/

/** Says why a change of a referral was not taken, with the fields that the server named. */
export function explainRefusal(error: unknown): string {
  const failure = error instanceof RequestFailed ? error.failure : undefined
  if (failure?.kind !== 'refused') return explain(error)
  const { status, type, title, detail, errors = [] } = failure.problem
  if (status !== 409 && status !== 422) return explain(error)
  const [first] = errors
  if (first === undefined) return status === 409 ? `${title}. ${detail}` : explain(error)
  if (illegalStep.test(type)) return `This ${first.reason}.`
  const reasons = errors.map(({ pointer, reason }) => `${placeOf(pointer)} ${reason}.`).join(' ')
  return status === 409 ? `${title}. ${reasons}` : reasons
}
