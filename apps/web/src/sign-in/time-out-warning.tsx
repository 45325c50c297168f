import type { SignedIn } from '@kyphoscreen/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../api.ts'
import { explain } from '../failure.ts'
import { keepSignedIn } from '../session.ts'
import { Dialog } from '../ui/dialog.tsx'
import { useTimeLeft } from './use-time-left.ts'

/** Warns two minutes before a session ends, and lengthens it with one key. */
export function TimeOutWarning({ who }: { who: SignedIn }) {
  const queries = useQueryClient()
  const left = useTimeLeft(who)
  const [seenEndOf, setSeenEndOf] = useState<string>()
  const extend = useMutation({
    mutationFn: api.whoIsSignedIn,
    onSuccess: (now) => keepSignedIn(queries, now),
  })
  const { mutate: ask } = extend
  useEffect(() => {
    if (left === 'over') ask()
  }, [left, ask])

  if (left === 'idle') {
    return (
      <Dialog heading="Are you still there?" onDismiss={() => ask()}>
        <p>
          You will be signed out in two minutes for want of activity. What you entered stays on the
          page.
        </p>
        {extend.isError ? <p role="alert">{explain(extend.error)}</p> : null}
        <button type="button" className="button button-main" onClick={() => ask()}>
          Stay signed in
        </button>
      </Dialog>
    )
  }
  if (left === 'end' && seenEndOf !== who.endsAt) {
    return (
      <Dialog heading="Your session ends in two minutes" onDismiss={() => setSeenEndOf(who.endsAt)}>
        <p>It has lasted its longest. You will be asked to sign in again; your entries stay.</p>
        <button
          type="button"
          className="button button-main"
          onClick={() => setSeenEndOf(who.endsAt)}
        >
          Back to the page
        </button>
      </Dialog>
    )
  }
  return null
}
