import type { SignedIn } from '@kyphoscreen/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api.ts'
import { prepareToLeave } from '../before-leaving.ts'
import { explain } from '../failure.ts'
import { RequestFailed } from '../request.ts'
import { forgetEverything } from '../session.ts'
import { Dialog } from '../ui/dialog.tsx'
import { useAskBefore } from '../ui/leave-question.tsx'
import { guards } from '../ui/unsaved.ts'

const roleWords = { surgeon: 'Surgeon', navigator: 'Navigator', admin: 'Admin' } as const

const alreadyOut = (error: unknown) =>
  error instanceof RequestFailed && error.failure.kind === 'signed-out'

/** Who is signed in, and the way out; leaving loads the page anew, so that nothing stays in memory. */
export function SignOut({ who }: { who: SignedIn }) {
  const queries = useQueryClient()
  const { askBefore, question } = useAskBefore('page')
  const signOut = useMutation({
    mutationFn: async () => {
      await prepareToLeave()
      await api.signOut().catch((error: unknown) => {
        if (!alreadyOut(error)) throw error
      })
    },
    onSuccess: () => {
      forgetEverything(queries)
      guards.clear()
      location.assign('/')
    },
  })
  return (
    <div className="who">
      <span className="who-name">
        {who.displayName} <span className="who-role">{roleWords[who.role]}</span>
      </span>
      <button
        type="button"
        className="button button-quiet"
        onClick={() => askBefore(() => signOut.mutate())}
      >
        Sign out
      </button>
      {question}
      {signOut.isError ? (
        <Dialog heading="You are still signed in" onDismiss={signOut.reset}>
          <p>{explain(signOut.error)}</p>
          <button type="button" className="button button-main" onClick={signOut.reset}>
            Back to the page
          </button>
        </Dialog>
      ) : null}
    </div>
  )
}
