import { type ReactNode, useEffect, useRef, useState } from 'react'

type OpenedProps = {
  label: string
  /** What the button is about, for those who do not see what it stands beside. */
  about?: string
  children: (close: () => void) => ReactNode
}

/** A button in whose place a form opens; the form takes the focus, and closing it gives the focus back. */
export function Opened({ label, about, children }: OpenedProps) {
  const [open, setOpen] = useState<boolean>()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open === undefined) return
    box.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
  }, [open])
  return (
    <div ref={box} className="stack-close">
      {open ? (
        children(() => setOpen(false))
      ) : (
        <button type="button" className="button opens" onClick={() => setOpen(true)}>
          {label}
          {about ? <span className="visually-hidden"> {about}</span> : null}
        </button>
      )}
    </div>
  )
}
