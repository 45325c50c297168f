import { type Day, type Fact, Findings, type Refusal, refusalsOf } from '@kyphoscreen/rules'
import { ageOn } from '../facts/age.ts'
import { type Field, notRecorded } from '../facts/field.ts'
import { fields } from '../facts/fields.ts'
import { readTypedDay } from '../facts/typed-day.ts'
import { readTypedNumber } from '../facts/typed-number.ts'
import { type Entries, noneTried } from './entries.ts'
import { labelOf } from './entry-names.ts'

/** Something that keeps an entry from being used: the entry by its path on the form, and a sentence with the remedy. */
export type EntryProblem = { path: string; says: string }

/** What the entries come to: the findings as far as they can be read, and the entries that can't be. */
export type EntriesRead = { given: unknown; unread: EntryProblem[]; levelIndexes: number[] }

type Value = { value: unknown } | { why: string } | undefined

function readEntry(field: Field, entry: string | string[], countFrom: Day | undefined): Value {
  if (Array.isArray(entry)) {
    if (entry.length === 0) return undefined
    if (!entry.includes(noneTried)) return { value: entry }
    return entry.length === 1
      ? { value: [] }
      : { why: 'says that none was tried, beside what was; untick one or the other' }
  }
  if (entry.trim() === '' || entry === notRecorded) return undefined
  switch (field.kind) {
    case 'day': {
      const read = readTypedDay(entry, countFrom)
      return read.read === 'day' ? { value: read.day } : read.read === 'no' ? read : undefined
    }
    case 'number': {
      const read = readTypedNumber(entry, field)
      return read.read === 'number' ? { value: read.number } : read.read === 'no' ? read : undefined
    }
    case 'yes-no':
      return { value: entry === 'yes' }
    default:
      return { value: entry }
  }
}

function readFacts(
  entries: Readonly<Record<string, string | string[]>>,
  prefix: string,
  countFrom: Day | undefined,
  unread: EntryProblem[],
) {
  const facts: Record<string, unknown> = {}
  for (const [name, entry] of Object.entries(entries)) {
    if (name === 'level') continue
    const read = readEntry(fields[name as Fact], entry, countFrom)
    const path = `${prefix}.${name}`
    if (read === undefined) continue
    if ('value' in read) facts[name] = read.value
    else unread.push({ path, says: `${labelOf(path)} ${read.why}.` })
  }
  return facts
}

function readAssessedOn({ assessedOn }: Entries, today: Day, birthDate: Day): Value {
  const read = readTypedDay(assessedOn, today)
  if (read.read === 'nothing') return { why: 'is needed; write the day the facts are judged on' }
  if (read.read === 'no') return read
  if (read.day < birthDate) return { why: 'lies before the patient’s birth; correct it' }
  return { value: read.day }
}

/** Reads the form into findings; an entry that can't be read is left out of them and listed. */
export function readEntries(entries: Entries, birthDate: Day, today: Day): EntriesRead {
  const unread: EntryProblem[] = []
  const assessed = readAssessedOn(entries, today, birthDate)
  const assessedOn = assessed && 'value' in assessed ? (assessed.value as Day) : undefined
  if (assessed && 'why' in assessed) {
    unread.push({ path: 'assessedOn', says: `${labelOf('assessedOn')} ${assessed.why}.` })
  }
  const levelIndexes: number[] = []
  const levels = entries.levels.flatMap((level, index) => {
    const facts = readFacts(level, `levels.${index}`, assessedOn, unread)
    if (level.level === '') {
      const path = `levels.${index}.level`
      unread.push({ path, says: `${labelOf(path)} is needed; choose the fractured level.` })
      return []
    }
    levelIndexes.push(index)
    return [{ level: level.level, ...facts }]
  })
  const patient = readFacts(entries.patient, 'patient', assessedOn, unread)
  if (patient['painScore'] !== undefined && patient['painScale'] === undefined) {
    delete patient['painScore']
    unread.push({
      path: 'patient.painScale',
      says: 'Pain scale is needed with a pain score; choose it.',
    })
  }
  if (assessedOn !== undefined) patient['ageYears'] = ageOn(birthDate, assessedOn)
  return { given: { assessedOn, patient, levels }, unread, levelIndexes }
}

/** Gives the path on the form that a JSON pointer into the findings stands for. */
export function pathOf(pointer: string, levelIndexes: readonly number[]): string {
  const parts = pointer.split('/').slice(1)
  if (parts[0] === 'findings') parts.shift()
  if (parts[0] === 'levels') parts[1] = String(levelIndexes[Number(parts[1])] ?? 0)
  const path = parts.slice(0, parts[0] === 'levels' ? 3 : 2).join('.')
  return path === 'levels' ? 'levels.0.level' : path === 'patient.ageYears' ? 'assessedOn' : path
}

/** Tells refusals of findings as problems of the entries they came from. */
export const problemsOf = (refusals: readonly Refusal[], levelIndexes: readonly number[]) =>
  refusals.map(({ pointer, reason }): EntryProblem => {
    const path = pathOf(pointer, levelIndexes)
    return { path, says: `${labelOf(path)} ${reason}.` }
  })

/** Checks what was read against the rules' own schema: accepted findings, or why they are refused. */
export function checkFindings({ given, levelIndexes }: EntriesRead) {
  const read = Findings.safeParse(given)
  return read.success
    ? { findings: read.data }
    : { problems: problemsOf(refusalsOf(read.error), levelIndexes) }
}
