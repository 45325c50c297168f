import type {
  CriterionStanding,
  ReplayChange,
  ReplayCounts,
  ReplayedOwn,
  ReplayedScreening,
} from '../contract.ts'

const reasons = {
  'rules-not-kept': 'no rules are kept of this version',
  'rules-altered': 'the kept rules of this version are not as they were released',
  'findings-refused': 'this version does not accept the findings that are stored',
  'rules-failed': 'this version fails on the findings that are stored',
} as const satisfies Record<Extract<ReplayedOwn, { is: 'not-replayed' }>['why'], string>

const write = (standing: CriterionStanding | null) =>
  standing ? `${standing.status} (${standing.code})` : 'none'

const changeOf = ({ outcome, urgent, levels, criteria, parts }: ReplayChange): string =>
  [
    ...(outcome ? [`${outcome.before} -> ${outcome.after}`] : ['same outcome']),
    ...(urgent ? [urgent.after ? 'urgent now' : 'no longer urgent'] : []),
    ...levels.map(({ level, before, after }) => `${level} ${before} -> ${after}`),
    ...criteria.map(
      ({ level, criterion, before, after }) =>
        `${level} ${criterion}: ${write(before)} -> ${write(after)}`,
    ),
    ...(parts.length > 0 ? [`otherwise in ${parts.join(', ')}`] : []),
  ].join('; ')

const ownLine = ({ id, version, own }: ReplayedScreening): string[] => {
  if (own.is === 'identical') return []
  if (own.is === 'different')
    return [
      `different     ${id} (${version}): at ${own.at.map((at) => at || 'the whole result').join(', ')}`,
    ]
  return [`not replayed  ${id} (${version}): ${reasons[own.why]}`]
}

const changeLine = ({ id, version, kind, change }: ReplayedScreening): string[] => {
  if (change) return [`changes       ${id} (${version}): ${changeOf(change)}`]
  if (kind === 'not-screened')
    return [`changes       ${id} (${version}): the rules in force do not accept the findings`]
  if (kind === 'unreadable')
    return [`changes       ${id} (${version}): what is stored is no answer to compare with`]
  return []
}

/** Tells of one screening what an operator has to know, a line each; nothing of the patient but the screening's id. */
export const linesOf = (replayed: ReplayedScreening): string[] => [
  ...ownLine(replayed),
  ...changeLine(replayed),
]

const count = (number: number) => number.toLocaleString('en')

const ownCounts = ({ identical, different, notReplayed }: ReplayCounts['own']) =>
  `${count(identical)} identical, ${count(different)} different, ${count(notReplayed)} not replayed`

/** Tells how a whole run came out. */
export const summaryOf = (counts: ReplayCounts, inForce: string): string[] => {
  const { done, erased, own, versions, kinds, flips, through } = counts
  return [
    `Under their own version: ${count(done)} screenings; ${ownCounts(own)}.`,
    ...versions.map((of) => `  ${of.version}: ${ownCounts(of)}`),
    `Left out: ${count(erased)} that were erased and cannot be screened again.`,
    `Under the rules in force (${inForce}): ${count(kinds.same)} the same; ${count(kinds.words)} change in words only; ${count(kinds.remarks)} in what is asked or remarked; ${count(kinds.standing)} in how a criterion stands; ${count(kinds.outcome)} in an outcome; ${count(kinds['not-screened'])} are not accepted; ${count(kinds.unreadable)} cannot be compared.`,
    ...flips.map((of) => `  ${of.before} -> ${of.after}: ${count(of.count)}`),
    ...through.map(
      (of) => `  through ${of.criterion}, ${of.before} -> ${of.after}: ${count(of.count)}`,
    ),
  ]
}
