import { explain } from '../failure.ts'
import { RequestFailed } from '../request.ts'

const problemOf = (error: unknown) => {
  const failure = error instanceof RequestFailed ? error.failure : undefined
  return failure?.kind === 'refused' ? failure.problem : undefined
}

const isLost = (error: unknown) =>
  error instanceof RequestFailed &&
  ['unreachable', 'too-slow', 'unreadable'].includes(error.failure.kind)

const isOf = (error: unknown, kinds: readonly string[]) =>
  kinds.some((kind) => problemOf(error)?.type.endsWith(`:${kind}`))

/** True when somebody else has decided on the same screening meanwhile. */
export const isDecidedMeanwhile = (error: unknown): boolean =>
  isOf(error, ['decided-already', 'replaced-already'])

/** True when the password was not the one of whoever is signed in. */
export const isWrongPassword = (error: unknown): boolean => isOf(error, ['wrong-password'])

const fieldWords: Readonly<Record<string, string>> = {
  levels: 'The levels',
  until: 'Until',
  note: 'The note',
  reason: 'The reason',
  password: 'The password',
}

/** Says why a decision was not recorded, and what to do next. */
export function explainDecision(error: unknown): string {
  if (isWrongPassword(error)) return 'The password is not right.'
  if (isDecidedMeanwhile(error)) {
    return 'Another decision was recorded meanwhile. It is shown above; recording yours now replaces it.'
  }
  if (isLost(error)) {
    return `${explain(error)} Whether it was recorded is not known; recording it again records it once.`
  }
  const { status, errors = [] } = problemOf(error) ?? {}
  if (status !== 422 || errors.length === 0) return explain(error)
  return errors
    .map(({ pointer, reason }) => {
      const [, field = ''] = pointer.split('/')
      return `${fieldWords[field] ?? 'What was sent'} ${reason}.`
    })
    .join(' ')
}
