import { useQueryClient } from '@tanstack/react-query'
import { keepSignedIn } from '../session.ts'
import { ThemeSwitch } from '../ui/theme-switch.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** The first page for somebody who is not signed in. */
export function SignInPage({ onTyping }: { onTyping: () => void }) {
  const queries = useQueryClient()
  return (
    <main className="sign-in" onInput={onTyping}>
      <title>Sign in · Kyphoscreen</title>
      <div className="sign-in-card">
        <img src="/mark.svg" alt="" width="44" height="44" />
        <h1>Kyphoscreen</h1>
        <p className="lede">
          Screens kyphoplasty referrals against the documented criteria, with the reason and the
          source of every answer. It supports, and does not replace, clinical judgement.
        </p>
        <SignInForm onSignedIn={(who) => keepSignedIn(queries, who)} />
      </div>
      <ThemeSwitch />
    </main>
  )
}
