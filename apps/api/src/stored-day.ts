import type { Day } from '@kyphoscreen/rules'

/** Gives a calendar day as the contract writes it, from the database's date. */
export const dayOf = (date: Date): Day => date.toISOString().slice(0, 10)

/** Gives a calendar day as the database takes it. */
export const dateOf = (day: Day): Date => new Date(day)
