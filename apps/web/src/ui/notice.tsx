import type { ReactNode } from 'react'
import { WarningIcon } from './icons.tsx'

type NoticeProps = {
  tone?: 'calm' | 'warning' | 'failure'
  heading?: string
  children: ReactNode
  actions?: ReactNode
}

/** A box that says something about the page: calmly, as a warning, or as a failure that is read out at once. */
export function Notice({ tone = 'calm', heading, children, actions }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} {...(tone === 'failure' ? { role: 'alert' } : {})}>
      {tone === 'calm' ? null : <WarningIcon />}
      <div className="notice-body">
        {heading ? <p className="notice-heading">{heading}</p> : null}
        <div>{children}</div>
        {actions ? <div className="actions">{actions}</div> : null}
      </div>
    </div>
  )
}
