import { addDays, type Day, type Outcome, outcomes, writeDay } from '@kyphoscreen/rules'
import { z } from 'zod'
import { maybeDay } from '../handling/typed.ts'
import { today } from '../today.ts'
import type { FiguresAsked } from './figures-asked.ts'

/** The periods that are offered, in words. */
export const periodWords = {
  all: 'Everything',
  '30': 'The last 30 days',
  '365': 'The last 365 days',
  own: 'From a day to a day',
} as const
type Period = keyof typeof periodWords

const orNull = <T extends string>(value: T | ''): T | null => (value === '' ? null : value)

const beginOfLast = (period: '30' | '365'): Day => addDays(today(), -Number(period))

/** What is typed into the filters of the figures, and how it is read. */
export const FiguresTyped = z
  .object({
    period: z.enum(['all', '30', '365', 'own'] satisfies Period[]),
    from: maybeDay('First day'),
    to: maybeDay('Last day'),
    version: z.string().transform(orNull),
    outcome: z.union([z.literal(''), z.enum(outcomes)]).transform(orNull<Outcome>),
    referrer: z.string().transform(orNull),
    surgeon: z.string().transform(orNull),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    error: 'Last day lies before the first day; correct one of them.',
    path: ['to'],
  })
  .transform(({ period, from, to, ...rest }) => {
    if (period === 'own') return { ...rest, from, to }
    return { ...rest, from: period === 'all' ? null : beginOfLast(period), to: null }
  })
export type FiguresTyped = z.input<typeof FiguresTyped>
export type FiguresRead = z.output<typeof FiguresTyped>

function periodOf({ from, to }: Pick<FiguresAsked, 'from' | 'to'>): Period {
  if (from === null && to === null) return 'all'
  const last = (['30', '365'] as const).find((days) => from === beginOfLast(days))
  return to === null && last ? last : 'own'
}

const writeTyped = (day: Day | null) => (day === null ? '' : writeDay(day))

/** Writes what is asked for as it is typed. */
export const typedFigures = (asked: FiguresAsked, referrer: string | null): FiguresTyped => ({
  period: periodOf(asked),
  from: writeTyped(asked.from),
  to: writeTyped(asked.to),
  version: asked.version ?? '',
  outcome: asked.outcome ?? '',
  referrer: referrer ?? '',
  surgeon: asked.surgeon ?? '',
})
