import { Notice } from './notice.tsx'

type FailedProps = { heading: string; says: string; onTryAgain?: () => void; trying?: boolean }

/** Says that something failed and offers to try again; never to be mistaken for an empty list. */
export function Failed({ heading, says, onTryAgain, trying = false }: FailedProps) {
  return (
    <Notice
      tone="failure"
      heading={heading}
      actions={
        onTryAgain ? (
          <button type="button" className="button" onClick={onTryAgain}>
            {trying ? 'Trying…' : 'Try again'}
          </button>
        ) : null
      }
    >
      {says}
    </Notice>
  )
}
