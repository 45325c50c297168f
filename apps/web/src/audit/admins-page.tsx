import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { mayAudit, useWho } from '../session.ts'
import { Notice } from '../ui/notice.tsx'
import './audit.css'

type AdminsPageProps = {
  title: string
  heading: ReactNode
  about?: ReactNode
  narrow?: boolean
  /** What anybody else is told. */
  toOthers: string
  children: ReactNode
}

/** A page behind the log, for admins alone. */
export function AdminsPage(props: AdminsPageProps) {
  const { title, heading, about, narrow, toOthers, children } = props
  const who = useWho()
  return (
    <div className={narrow ? 'page page-narrow audit' : 'page audit'}>
      <title>{`${title} · Kyphoscreen`}</title>
      <p className="no-print">
        <Link to="/audit">Back to the log</Link>
      </p>
      <h1>{heading}</h1>
      {about}
      {mayAudit(who) ? children : <Notice>{toOthers}</Notice>}
    </div>
  )
}
