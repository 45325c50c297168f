import type { Day } from '@kyphoscreen/rules'

/** True once a day of the server, which counts them in UTC, is over. */
export const isOver = (day: Day, now: number): boolean =>
  day < new Date(now).toISOString().slice(0, 10)
