import type { Day } from '@kyphoscreen/rules'
import { z } from 'zod'
import { today } from '../today.ts'
import { readDueDay } from './due.ts'

/** A text that must be typed, without spaces around it. */
export const neededText = (needed: string, longest: number) =>
  z
    .string()
    .trim()
    .min(1, { error: needed })
    .max(longest, { error: `Shorten this to ${longest} characters.` })

/** A text that may be left out; a blank is null. */
export const maybeText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, { error: `Shorten this to ${longest} characters.` })
    .transform((text) => (text === '' ? null : text))

type Refuse = (message: string) => never

const readDay = (label: string, typed: string, refuse: Refuse, past: boolean): Day | null => {
  const day = today()
  const read = readDueDay(typed, day)
  if (read.read === 'nothing') return null
  if (read.read === 'no') return refuse(`${label} ${read.why}.`)
  return past && read.day > day ? refuse(`${label} lies in the future; correct it.`) : read.day
}

const typedDay = (label: string, past: boolean, needed: string | undefined) =>
  z.string().transform((typed, context): Day | null => {
    const refuse = (message: string) => {
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    const day = readDay(label, typed, refuse, past)
    return day === null && needed !== undefined ? refuse(needed) : day
  })

/** A day that may be left out; a blank is null. */
export const maybeDay = (label: string, { past = false } = {}) => typedDay(label, past, undefined)

/** A day that must be given. */
export const neededDay = (label: string, { past = false } = {}) =>
  typedDay(label, past, `${label} is needed, such as 05-Nov-2026.`).transform((day) => day as Day)

/** One of a few answers, chosen. */
export const chosen = <const O extends readonly string[]>(options: O, needed: string) =>
  z.enum(options, { error: needed })

/** Somebody by id, or nobody. */
export const maybePerson = z.string().transform((id) => (id === '' ? null : id))
