import type { Day } from '@kyphoscreen/rules'

const two = (part: number) => String(part).padStart(2, '0')

/** Gives the calendar day of an instant where this browser is. */
export const dayOf = (at: Date): Day =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`

/** Gives today’s calendar day where this browser is. */
export const today = (): Day => dayOf(new Date())
