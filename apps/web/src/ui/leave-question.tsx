import { type ReactNode, useEffect, useState } from 'react'
import { useBlocker } from 'react-router'
import { Dialog } from './dialog.tsx'
import { type Leaving, wouldLose } from './unsaved.ts'

type QuestionProps = { says: string; where: string; onStay: () => void; onLeave: () => void }

const Question = ({ says, where, onStay, onLeave }: QuestionProps) => (
  <Dialog heading="Your entries are not saved" onDismiss={onStay}>
    <p>
      {says} Leaving this {where} now loses them.
    </p>
    <div className="actions">
      <button type="button" className="button button-main" data-focus-first onClick={onStay}>
        Stay on this {where}
      </button>
      <button type="button" className="button" onClick={onLeave}>
        Leave and lose them
      </button>
    </div>
  </Dialog>
)

/** Marks a way that is taken because the entries were: nothing is asked. */
export const taken = { state: { taken: true } } as const

const isTaken = (state: unknown) =>
  typeof state === 'object' && state !== null && 'taken' in state && state.taken === true

const warn = (event: BeforeUnloadEvent) => {
  if (wouldLose('page') !== undefined) event.preventDefault()
}

/** Asks before a page, or the part of a list, is left whose entries are not on the server; one for all pages. */
export function LeaveQuestion() {
  const blocker = useBlocker(({ currentLocation: from, nextLocation: to }) => {
    if (isTaken(to.state)) return false
    if (from.pathname !== to.pathname) return wouldLose('page') !== undefined
    return from.search !== to.search && wouldLose('list') !== undefined
  })
  useEffect(() => {
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [])
  if (blocker.state !== 'blocked') return null
  return (
    <Question
      says={wouldLose('page') ?? ''}
      where="page"
      onStay={blocker.reset}
      onLeave={blocker.proceed}
    />
  )
}

type AskBefore = { askBefore: (act: () => void) => void; question: ReactNode }

/** Gives the way to ask before an act that loses entries of a list or of the page, and the question while it is asked. */
export function useAskBefore(leaving: Leaving): AskBefore {
  const [asked, setAsked] = useState<{ act: () => void; says: string }>()
  const close = () => setAsked(undefined)
  return {
    askBefore: (act) => {
      const says = wouldLose(leaving)
      if (says === undefined) act()
      else setAsked({ act, says })
    },
    question: asked ? (
      <Question
        says={asked.says}
        where={leaving}
        onStay={close}
        onLeave={() => {
          close()
          asked.act()
        }}
      />
    ) : null,
  }
}
