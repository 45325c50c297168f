import { NewEvidence, type ReferralEvent } from '@kyphoscreen/api/contract'
import { Day, writeDay } from '@kyphoscreen/rules'
import { toldBy } from './told.ts'
import { priorityWords } from './wording.ts'
import { placeOfGathered, writeGathered, writeOrigin } from './write-gathered.ts'

type Json = ReferralEvent['to']

/** One entry that an event changed. */
export type EntryChanged = { label: string; from: string; to: string }

const labels: Readonly<Record<string, string>> = {
  what: 'Task',
  owner: 'Owner',
  dueOn: 'Due',
  receivedOn: 'Received on',
  expectedOn: 'Expected on',
  documentOn: 'Dated',
  priority: 'Priority',
  reason: 'Reason',
  referrer: 'Referrer',
  note: 'Note',
}

function writeValue(value: Json | undefined): string {
  if (value === null || value === undefined || value === '') return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(writeValue).join(', ')
  if (typeof value === 'object') {
    if (typeof value['displayName'] === 'string') return value['displayName']
    return Object.values(value)
      .filter((part) => part !== null)
      .map(writeValue)
      .join(', ')
  }
  const text = String(value)
  if (Day.safeParse(text).success) return writeDay(text)
  return text in priorityWords ? priorityWords[text as keyof typeof priorityWords] : text
}

const fieldsOf = (value: Json): Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}

/** Tells what an event changed, entry by entry, from what to what; empty when its words say it all. */
export function entriesChanged({ kind, from, to }: ReferralEvent): EntryChanged[] {
  if (kind !== 'change' && !(kind === 'document' && from !== null)) return []
  const before = fieldsOf(from)
  const after = fieldsOf(to)
  return Object.keys(after).flatMap((name) => {
    const label = labels[name]
    const entry = { from: writeValue(before[name]), to: writeValue(after[name]) }
    return label === undefined || entry.from === entry.to ? [] : [{ label, ...entry }]
  })
}

const Entered = NewEvidence.loose()

function toldLines(to: Json): string[] {
  const read = Entered.safeParse(to)
  if (!read.success) return []
  const { origin, patient, levels } = read.data
  const told = toldBy({ ...(patient && { patient }), ...(levels && { levels }) })
  return [
    writeOrigin({ origin }),
    ...told.map((one) => `${placeOfGathered(one)}: ${writeGathered(one, one.value)}`),
  ]
}

/** Writes what an event was about, line by line: what changed from what to what, or what was added. */
export function linesOf(event: ReferralEvent): string[] {
  const changes = entriesChanged(event)
  if (changes.length > 0) {
    return changes.map(({ label, from, to }) => `${label}: from ${from} to ${to}`)
  }
  if (event.kind === 'evidence') return toldLines(event.to)
  if (event.kind === 'note') return [writeValue(event.to)]
  if (event.kind !== 'task' && event.kind !== 'document') return []
  return Object.entries(fieldsOf(event.to)).flatMap(([name, value]) =>
    labels[name] === undefined || value === null ? [] : [`${labels[name]}: ${writeValue(value)}`],
  )
}

/** Writes an event in one line, with what changed from what to what. */
export function writeEvent(event: ReferralEvent): string {
  const changes = entriesChanged(event).map(
    ({ label, from, to }) => `${label.toLowerCase()} from ${from} to ${to}`,
  )
  return changes.length === 0 ? event.what : `${event.what} (${changes.join('; ')})`
}
