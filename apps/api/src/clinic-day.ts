import type { Day } from '@kyphoscreen/rules'

const two = (part: number) => String(part).padStart(2, '0')

/** Gives the calendar day of an instant where this server is, as `TZ` or the machine says; referrals are judged as of this day. */
export const clinicDay = (at: Date): Day =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
