import type { AuditFiguresAsked } from '@kyphoscreen/api/contract'
import { addDays, Day, type Outcome, outcomes } from '@kyphoscreen/rules'
import { z } from 'zod'
import { beginOf } from './asked-of-server.ts'

/** What figures are asked for: days as this browser counts them, both included. */
export type FiguresAsked = {
  from: Day | null
  to: Day | null
  version: string | null
  outcome: Outcome | null
  surgeon: string | null
}

const Version = z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)

/** Reads from an address what is asked for; what it leaves out, or says wrongly, is left open. */
export function figuresFrom(address: URLSearchParams): FiguresAsked {
  const one = <T>(name: string, schema: z.ZodType<T>): T | null => {
    const read = schema.safeParse(address.get(name))
    return read.success ? read.data : null
  }
  return {
    from: one('from', Day),
    to: one('to', Day),
    version: one('version', Version),
    outcome: one('outcome', z.enum(outcomes)),
    surgeon: one('surgeon', z.uuid()),
  }
}

/** Writes what is asked for as an address; it names nobody. */
export const figuresAddress = (asked: FiguresAsked): URLSearchParams =>
  new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  )

/** Gives what is asked of the server, of one referrer or of all; a name stays out of the address. */
export const figuresOfServer = (
  { from, to, version, outcome, surgeon }: FiguresAsked,
  referrer: string | null,
): AuditFiguresAsked => ({
  from: from && beginOf(from),
  until: to && beginOf(addDays(to, 1)),
  rulesetVersion: version,
  outcome,
  referrer,
  surgeonId: surgeon,
})
