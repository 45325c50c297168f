import type { AuditFilter, AuditSearch } from '@kyphoscreen/api/contract'
import { addDays, type Day } from '@kyphoscreen/rules'
import type { AuditAsked } from './audit-address.ts'

/** Gives the instant at which a day begins where this browser is. */
export const beginOf = (day: Day): string => new Date(`${day}T00:00:00`).toISOString()

/** Gives the filter as the server takes it: days become instants, the last day included. */
export const filterOf = ({ page: _, from, to, ...asked }: AuditAsked): AuditFilter => ({
  ...asked,
  from: from && beginOf(from),
  until: to && beginOf(addDays(to, 1)),
})

/** Gives what is asked of the server for a page. */
export const searchOf = (asked: AuditAsked): AuditSearch => ({
  ...filterOf(asked),
  page: asked.page,
})
