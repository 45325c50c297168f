import type { Day } from '@kyphoscreen/rules'
import { dayOf } from '../today.ts'

/** True once a day is over where this browser is, which the server is taken to be, too. */
export const isOver = (day: Day, now: number): boolean => day < dayOf(new Date(now))
