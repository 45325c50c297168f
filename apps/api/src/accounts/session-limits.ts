const minute = 60_000

/** How long a sign-in lasts: without activity, at most, and how often its end is moved in the database. */
const limits = {
  idleMilliseconds: 15 * minute,
  absoluteMilliseconds: 12 * 60 * minute,
  extendEveryMilliseconds: 10_000,
} as const

const later = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds)

/** The end of a sign-in, whatever its activity. */
export const endOf = (signedInAt: Date): Date => later(signedInAt, limits.absoluteMilliseconds)

/** The end of a sign-in that sees no activity from now on. */
export function idleEndOf(signedInAt: Date, now: Date): Date {
  const idleEnd = later(now, limits.idleMilliseconds)
  const end = endOf(signedInAt)
  return idleEnd < end ? idleEnd : end
}

/** Says whether the idle end moved far enough to be worth a write. */
export const worthExtending = (from: Date, to: Date): boolean =>
  to.getTime() - from.getTime() >= limits.extendEveryMilliseconds
