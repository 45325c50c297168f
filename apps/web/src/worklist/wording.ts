import type {
  News,
  OwnerFilter,
  Person,
  WorklistName,
  WorklistQuery,
  WorklistSort,
} from '@kyphoscreen/api/contract'
import { priorityWords, standingWords, stateWords } from '../handling/wording.ts'

/** The lists by name. */
export const listWords = {
  'needs-information': 'Needs information',
  'ready-for-surgeon': 'Ready for surgeon',
  'becomes-ready': 'Becomes ready this week',
  'window-closing': 'Window closing',
  overdue: 'Overdue',
  done: 'Done',
  open: 'All open referrals',
} as const satisfies Record<WorklistName, string>

/** What a list can be sorted by. */
export const sortWords = {
  closing: 'closing window',
  due: 'due date',
  received: 'day of receipt',
  name: 'name',
  'next-change': 'next change',
  changed: 'last change',
} as const satisfies Record<WorklistSort['by'], string>

const number = new Intl.NumberFormat('en-US')

/** Writes a count, `1,234`. */
export const writeCount = (count: number): string => number.format(count)

/** Writes a count of referrals, `1 referral`, `42 referrals`. */
export const writeReferrals = (count: number): string =>
  `${writeCount(count)} ${count === 1 ? 'referral' : 'referrals'}`

/** Says whose referrals a list holds. */
export function writeOwner(owner: OwnerFilter, people: readonly Person[]): string {
  if (owner === 'everyone' || owner === 'me' || owner === 'nobody') return owner
  return people.find(({ id }) => id === owner)?.displayName ?? 'one colleague'
}

/** Says what a list is, its filters and its sort, `Needs information · everyone · by closing window`. */
export function writeHeading(query: WorklistQuery, people: readonly Person[]): string {
  const { list, owner, states, outcomes, priorities, text, sort } = query
  const filter = (name: string, words: readonly string[]) =>
    words.length === 0 ? [] : [`${name}: ${words.join(' or ')}`]
  return [
    listWords[list],
    writeOwner(owner, people),
    ...filter(
      'state',
      states.map((state) => stateWords[state]),
    ),
    ...filter(
      'outcome',
      outcomes.map((outcome) => standingWords[outcome]),
    ),
    ...filter(
      'priority',
      priorities.map((priority) => priorityWords[priority]),
    ),
    ...(text === null ? [] : [`found by “${text}”`]),
    `by ${sortWords[sort.by]}${sort.direction === 'descending' ? ', last first' : ''}`,
  ].join(' · ')
}

/** Writes what has happened since a list was read, `3 new, 1 changed`; null when nothing has. */
export function writeNews({ new: added, changed }: News): string | null {
  const parts = [
    added > 0 ? `${writeCount(added)} new` : '',
    changed > 0 ? `${writeCount(changed)} changed` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? null : parts.join(', ')
}
