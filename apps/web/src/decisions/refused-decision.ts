import { explain } from '../failure.ts'
import { isLost, isWrongPassword } from '../handling/confirm-again.tsx'
import { RequestFailed } from '../request.ts'

const problemOf = (error: unknown) => {
  const failure = error instanceof RequestFailed ? error.failure : undefined
  return failure?.kind === 'refused' ? failure.problem : undefined
}

const isOf = (error: unknown, kinds: readonly string[]) =>
  kinds.some((kind) => problemOf(error)?.type.endsWith(`:${kind}`))

/** True when somebody else has decided on the same screening meanwhile. */
export const isDecidedMeanwhile = (error: unknown): boolean =>
  isOf(error, ['decided-already', 'replaced-already'])

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
