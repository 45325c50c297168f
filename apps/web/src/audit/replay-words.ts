import type {
  ReplayCounts,
  ReplayedScreening,
  ReplayKind,
  ReplayRun,
} from '@kyphoscreen/api/contract'
import { writeInstead, writeOutcome } from '../result/write-change.ts'
import { writeCount } from './entry-words.ts'

const screenings = (count: number) =>
  count === 1 ? '1 screening' : `${writeCount(count)} screenings`

const notReplayedWords = {
  'rules-not-kept': 'Cannot be replayed: the rules of this version are not kept.',
  'rules-altered':
    'Cannot be replayed: the kept rules of this version are not as they were released.',
  'findings-refused':
    'Cannot be replayed: this version does not accept the findings that are stored.',
  'rules-failed': 'Cannot be replayed: this version fails on the findings that are stored.',
} as const satisfies Record<
  Extract<ReplayedScreening['own'], { is: 'not-replayed' }>['why'],
  string
>

const placeOf = (at: string) => (at === '' ? 'the whole result' : at)

/** Says what came of a screening under its own version. */
export function writeOwn({ own }: Pick<ReplayedScreening, 'own'>): string {
  if (own.is === 'identical') return 'Identical.'
  if (own.is === 'not-replayed') return notReplayedWords[own.why]
  return `What is stored differs at ${own.at.map(placeOf).join(', ')}.`
}

/** Says what a screening comes to under the rules in force. */
export function writeComesTo({ kind, change }: Pick<ReplayedScreening, 'kind' | 'change'>): string {
  if (kind === 'not-screened') return 'The rules in force do not accept the findings.'
  if (change === null) return 'What is stored is no answer to compare with.'
  const { outcome } = change
  if (!outcome) return 'The same outcome'
  return writeInstead(writeOutcome(outcome.before), writeOutcome(outcome.after))
}

/** Each kind of change in words, the gravest first. */
export const kindWords = {
  outcome: 'Another outcome, also of one level, or another urgency',
  'not-screened': 'Findings that the rules in force do not accept',
  unreadable: 'Stored results that cannot be compared',
  standing: 'The same outcome; a criterion stands otherwise',
  remarks: 'Asked for or remarked otherwise',
  words: 'In words alone',
  same: 'Nothing',
} as const satisfies Record<ReplayKind, string>

/** Says how far a run is, or came. */
export function writeDone({
  counts: { done },
  total,
  state,
}: Pick<ReplayRun, 'counts' | 'total' | 'state'>): string {
  if (total !== null) return `${writeCount(done)} of ${screenings(total)}`
  return state === 'running' ? 'Counting the screenings…' : 'none of the screenings'
}

/** Says how many screenings a run left out because they were erased; undefined when there are none. */
export function writeErased({ erased }: ReplayCounts): string | undefined {
  if (erased === 0) return undefined
  const were = erased === 1 ? 'was' : 'were'
  return `${screenings(erased)} ${were} erased and cannot be screened again.`
}

/** Says how a run came out under the screenings’ own versions, in one sentence. */
export function writeOwnCounts({ done, own, erased }: ReplayCounts): string {
  if (done === 0 && erased > 0) return 'There is no recorded screening that was not erased.'
  if (done === 0) return 'There is no recorded screening.'
  if (own.identical === done) {
    return done === 1
      ? 'The one screening is, byte for byte, what its own version answers.'
      : `All ${screenings(done)} are, byte for byte, what their own version answers.`
  }
  const differ = own.different === 1 ? '1 differs' : `${writeCount(own.different)} differ`
  return `Of ${screenings(done)}, ${differ} from what their own version answers, and ${writeCount(own.notReplayed)} cannot be replayed.`
}

/** What to do when a recorded screening is not what its rules answer. */
export const whatDifferingMeans =
  'Somebody or something has changed what was recorded. Check the whole log on the audit page, keep the database and its backups as they are, and tell whoever runs Kyphoscreen. Until it is known why, do not rely on these screenings.'

/** Says how many screenings would come out otherwise under the rules in force, in one sentence. */
export function writeChanged({ done, kinds }: ReplayCounts): string {
  const otherwise = kinds.outcome + kinds['not-screened'] + kinds.unreadable
  if (otherwise === 0) return `None of ${screenings(done)} would come to another outcome.`
  return `Of ${screenings(done)}, ${writeCount(otherwise)} would come out otherwise.`
}
