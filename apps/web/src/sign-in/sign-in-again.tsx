import type { SignedIn } from '@kyphoscreen/api/contract'
import { useQueryClient } from '@tanstack/react-query'
import { keepSignedIn } from '../session.ts'
import { Dialog } from '../ui/dialog.tsx'
import { guards } from '../ui/unsaved.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Asks the same person to sign in again over the page, which stays as it is. */
export function SignInAgain({ who }: { who: SignedIn }) {
  const queries = useQueryClient()
  const signedIn = (now: SignedIn) => {
    if (now.username !== who.username) {
      guards.clear()
      return location.assign('/')
    }
    keepSignedIn(queries, now)
    void queries.invalidateQueries({ predicate: (query) => query.state.status === 'error' })
  }
  return (
    <Dialog heading="Sign in again" opaque>
      <p>Your session has ended. What you entered is still on the page behind this.</p>
      <SignInForm username={who.username} onSignedIn={signedIn} />
      <p>
        <a href="/">Sign in as somebody else</a> and leave this page.
      </p>
    </Dialog>
  )
}
