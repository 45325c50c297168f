import { useEffect } from 'react'
import { useFormContext } from 'react-hook-form'
import { explain } from '../failure.ts'
import { RequestFailed } from '../request.ts'
import { explainRefusal } from './refusal.ts'

const wrongPassword = /:wrong-password$/

/** True when the password was not the one of whoever is signed in. */
export const isWrongPassword = (error: unknown): boolean =>
  error instanceof RequestFailed &&
  error.failure.kind === 'refused' &&
  wrongPassword.test(error.failure.problem.type)

/** True when nobody knows whether the server did what was asked. */
export const isLost = (error: unknown): boolean =>
  error instanceof RequestFailed &&
  ['unreachable', 'too-slow', 'unreadable'].includes(error.failure.kind)

/** Says why something that is confirmed by password was not done, and what to do next. */
export function explainConfirmed(error: unknown): string {
  if (isWrongPassword(error)) return 'The password is not right.'
  return isLost(error)
    ? `${explain(error)} Whether it was recorded is not known; sending it again records it once.`
    : explainRefusal(error)
}

/** Empties the password after each try; a wrong one is told at its field. */
export function ForgetPassword({ error }: { error: unknown }) {
  const { setValue, setError, setFocus } = useFormContext<{ password: string }>()
  useEffect(() => {
    if (error === undefined || error === null) return
    setValue('password', '')
    if (!isWrongPassword(error)) return
    setError('password', { message: 'This is not your password. Type it again.' })
    setFocus('password')
  }, [error, setValue, setError, setFocus])
  return null
}
