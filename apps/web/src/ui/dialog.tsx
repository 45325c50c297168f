import { type ReactNode, useEffect, useId, useRef } from 'react'

type DialogProps = {
  heading: string
  children: ReactNode
  /** Called on Escape; a dialog without it can't be dismissed. */
  onDismiss?: () => void
  /** Hides the page behind it. */
  opaque?: boolean
}

/** A dialog over the page: keeps the focus inside while it is there, and gives it back. */
export function Dialog({ heading, children, onDismiss, opaque = false }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const headingId = useId()
  useEffect(() => {
    const shown = element.current
    shown?.showModal()
    shown?.querySelector<HTMLElement>('[data-focus-first]')?.focus()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={element}
      className={opaque ? 'dialog dialog-opaque' : 'dialog'}
      aria-labelledby={headingId}
      onCancel={(event) => {
        event.preventDefault()
        onDismiss?.()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !onDismiss) event.preventDefault()
      }}
    >
      <h2 id={headingId}>{heading}</h2>
      {children}
    </dialog>
  )
}
