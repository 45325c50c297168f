import { type Fact, questions, writeDay } from '@kyphoscreen/rules'
import { writeCode, writeMoment } from './entry-words.ts'

/** One value that was told, by the names on the way to it. */
export type Told = { name: string; value: string }

/** One value that was changed. */
export type Change = { name: string; before: string; after: string }

type Members = Readonly<Record<string, unknown>>

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const nameOf = (key: string): string => questions[key as Fact]?.short ?? writeCode(key)

const day = /^\d{4}-\d{2}-\d{2}$/
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/

function writeText(text: string): string {
  if (day.test(text)) return writeDay(text)
  if (!instant.test(text)) return text
  const moment = writeMoment(text)
  return `${moment.day} ${moment.time} ${moment.zone}`
}

const notRecorded = 'not recorded'

/** Writes a value for a person to read; an absent one is not recorded. */
export function writeValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return notRecorded
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return writeText(value)
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(writeValue).join('; ')
  if (!isMembers(value)) return String(value)
  return flat(value)
    .map(({ name, value: said }) => `${name}: ${said}`)
    .join(', ')
}

/** Lists everything that was told, each with its name. */
export function flat(told: Members, within: readonly string[] = []): Told[] {
  return Object.entries(told).flatMap(([key, value]) => {
    const names = [...within, nameOf(key)]
    const isEmpty = isMembers(value) && Object.keys(value).length === 0
    if (isMembers(value) && !isEmpty) return flat(value, names)
    if (Array.isArray(value) && value.some(isMembers)) {
      return value.flatMap((one, place) => listed(one, [...names, String(place + 1)]))
    }
    return [{ name: names.join(', '), value: isEmpty ? 'none' : writeValue(value) }]
  })
}

const listed = (one: unknown, names: string[]): Told[] =>
  isMembers(one) ? flat(one, names) : [{ name: names.join(', '), value: writeValue(one) }]

const byName = (value: unknown, only: string): Map<string, string> =>
  new Map(
    isMembers(value)
      ? flat(value).map((told) => [told.name, told.value])
      : [[only, writeValue(value)]],
  )

const ends = [
  ['before', 'after'],
  ['from', 'to'],
] as const

/** What stands with the entry already, or on the record's own page: its identifiers, and a result with its reasons. */
const elsewhere = [
  'id',
  'authorId',
  'patientId',
  'screeningId',
  'rulesetId',
  'rulesetHash',
  'result',
]

/** Gives the parts of a sealed record without its name; anything else as it is. */
function opened(details: Members): Members {
  const [only, ...others] = Object.values(details)
  if (!isMembers(only) || others.length > 0) return details
  const { findings, ...rest } = Object.fromEntries(
    Object.entries(only).filter(([key]) => !elsewhere.includes(key)),
  )
  return { ...rest, ...(isMembers(findings) ? findings : {}) }
}

/** Gives what was changed from what to what, where details tell that, and the rest of what they tell. */
export function readDetails(details: unknown): { changes: Change[]; rest: Told[] } {
  if (!isMembers(details)) {
    return { changes: [], rest: [{ name: 'told', value: writeValue(details) }] }
  }
  const pair = ends.find(([one, other]) => one in details && other in details)
  if (!pair) return { changes: [], rest: flat(opened(details)) }
  const [one, other] = pair
  const { [one]: was, [other]: is, ...rest } = details
  const [before, after] = [byName(was, 'value'), byName(is, 'value')]
  const names = new Set([...before.keys(), ...after.keys()])
  const changes = [...names].map((name) => ({
    name,
    before: before.get(name) ?? notRecorded,
    after: after.get(name) ?? notRecorded,
  }))
  return { changes, rest: flat(rest) }
}
