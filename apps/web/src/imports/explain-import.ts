import { explain } from '../failure.ts'
import { RequestFailed } from '../request.ts'

/** Says why a step of an import was not taken, in the words the server has for the file. */
export function explainImport(error: unknown): string {
  const failure = error instanceof RequestFailed ? error.failure : undefined
  if (failure?.kind !== 'refused') return explain(error)
  const { status, title, detail, errors = [] } = failure.problem
  if (status === 403) return 'Navigators and admins import referrals; your role may not do this.'
  if (status === 422 && errors.length > 0) {
    return errors
      .map(({ pointer, reason }) =>
        pointer === '' ? `The file ${reason}.` : `A column ${reason}.`,
      )
      .join(' ')
  }
  return [409, 413, 415].includes(status) ? `${title}. ${detail}` : explain(error)
}
