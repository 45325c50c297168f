import type { Fact, LevelName } from '@kyphoscreen/rules'
import { createContext, type ReactNode, useContext } from 'react'
import { goTo } from '../ui/go-to.ts'

/** Gives the element on the page in which a fact is answered. */
export type WhereFactIs = (fact: Fact, level?: LevelName) => string

/** Where facts are answered on this page; null where nothing can be answered. */
export const WhereFacts = createContext<WhereFactIs | null>(null)

type FactLinkProps = { fact: Fact; level?: LevelName | undefined; children: ReactNode }

/** Leads to the field of a fact on a page that has one; plain text elsewhere. */
export function FactLink({ fact, level, children }: FactLinkProps) {
  const where = useContext(WhereFacts)
  if (where === null) return children
  const id = where(fact, level)
  return (
    <a
      className="fact-link"
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault()
        goTo(id)
      }}
    >
      {children}
    </a>
  )
}
