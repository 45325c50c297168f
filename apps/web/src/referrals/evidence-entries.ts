import { type GatheredFact, NewEvidence, type Origin } from '@kyphoscreen/api/contract'
import { type Day, type LevelName, refusalsOf, writeDay } from '@kyphoscreen/rules'
import { readTypedDay } from '../facts/typed-day.ts'
import { blankEntries, blankLevel, type Entries } from '../questions/entries.ts'
import { type EntryProblem, problemsOf, readEntries } from '../questions/read-entries.ts'

/** Where the facts come from, as typed. */
type OriginEntries = { kind: string; name: string; on: string }

/** Everything on the evidence form as typed. */
export type EvidenceEntries = Entries & { origin: OriginEntries }

/** The levels that a referral knows of. */
export const levelsKnown = (facts: readonly GatheredFact[]): LevelName[] => [
  ...new Set(
    facts.flatMap(({ level, fact, status }) =>
      level !== null && fact === 'level' && status !== 'withdrawn' ? [level] : [],
    ),
  ),
]

/** Gives an evidence form without an answer, with the levels that are known already. */
export function blankEvidence(today: Day, known: readonly LevelName[]): EvidenceEntries {
  const entries = blankEntries(today)
  return {
    ...entries,
    levels: known.length > 0 ? known.map((level) => ({ ...blankLevel(), level })) : entries.levels,
    origin: { kind: '', name: '', on: writeDay(today) },
  }
}

function readOrigin({ kind, name, on }: OriginEntries, today: Day) {
  const problems: EntryProblem[] = []
  const told = (path: string, says: string) => problems.push({ path: `origin.${path}`, says })
  const read = readTypedDay(on, today)
  if (kind === '') told('kind', 'Choose where the facts come from.')
  if (name.trim() === '') told('name', 'Say which one it is, such as: MRI report.')
  if (read.read === 'nothing') told('on', 'Day of the source is needed, such as 05-Nov-2026.')
  if (read.read === 'no') told('on', `Day of the source ${read.why}.`)
  if (read.read === 'day' && read.day > today) {
    told('on', 'Day of the source lies in the future; correct it.')
  }
  const origin = { kind, name: name.trim(), on: read.read === 'day' ? read.day : undefined }
  return { origin: origin as Origin, problems }
}

const onlyNamed = (level: object) => Object.keys(level).length === 1

type Given = { patient: Record<string, unknown>; levels: Record<string, unknown>[] }

/** What the evidence form comes to: evidence to send, with only what was filled in, or what must be put right. */
export type EvidenceRead =
  | { state: 'evidence'; evidence: NewEvidence }
  | { state: 'problems'; problems: EntryProblem[] }

/** Reads the evidence form; a level without an answer that the referral knows already is not sent again. */
export function readEvidence(
  entries: EvidenceEntries,
  birthDate: Day,
  today: Day,
  known: readonly string[],
): EvidenceRead {
  const { origin, problems } = readOrigin(entries.origin, today)
  const read = readEntries({ ...entries, assessedOn: writeDay(today) }, birthDate, today)
  const { patient: told, levels } = read.given as Given
  const { ageYears: _, ...patient } = told
  const isBlank = (path: string) => {
    const [, index] = /^levels\.(\d+)\.level$/.exec(path) ?? []
    const level = index === undefined ? undefined : entries.levels[Number(index)]
    return level !== undefined && Object.values(level).every((entry) => entry === '')
  }
  const kept = levels.flatMap((level, at) =>
    onlyNamed(level) && known.includes(String(level['level']))
      ? []
      : [{ level, index: read.levelIndexes[at] ?? 0 }],
  )
  problems.push(...read.unread.filter(({ path }) => !isBlank(path)))
  if (problems.length === 0 && kept.length === 0 && Object.keys(patient).length === 0) {
    problems.push({
      path: 'levels.0.level',
      says: 'Nothing is filled in yet. Answer what the source tells.',
    })
  }
  if (problems.length > 0) return { state: 'problems', problems }
  const checked = NewEvidence.safeParse({
    origin,
    ...(Object.keys(patient).length > 0 ? { patient } : {}),
    ...(kept.length > 0 ? { levels: kept.map(({ level }) => level) } : {}),
  })
  return checked.success
    ? { state: 'evidence', evidence: checked.data }
    : {
        state: 'problems',
        problems: problemsOf(
          refusalsOf(checked.error),
          kept.map(({ index }) => index),
        ),
      }
}
