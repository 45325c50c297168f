import { addDays, type Day } from '@kyphoscreen/rules'
import { refusedField } from '../problems.ts'

/** Refuses a day that lies in the future; tomorrow is today already in another time zone. */
export function refuseFuture<Field extends string>(
  asked: { [Name in Field]?: Day | null | undefined },
  field: Field,
  today: Day,
): void {
  if ((asked[field] ?? today) > addDays(today, 1)) {
    throw refusedField(`/${field}`, 'lies in the future; correct the day')
  }
}
