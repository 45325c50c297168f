import {
  type Agreement,
  type AuditFigures,
  fewestForKappa,
  type Lacking,
} from '@kyphoscreen/api/contract'
import { nameOfFact, sumOf } from './count-figures.ts'
import { writeCount } from './entry-words.ts'

const minus = '\u2212'

const twoPlaces = (number: number) => {
  const written = Math.abs(number).toFixed(2)
  return number < 0 && Number(written) !== 0 ? `${minus}${written}` : written
}

/** Writes a count with what it counts: `1 decision`, `1,234 decisions`. */
export const writeOf = (count: number, one: string, more = `${one}s`): string =>
  `${writeCount(count)} ${count === 1 ? one : more}`

/** Writes a share of a whole, `42 %`; nothing of nothing has none. */
export const writeShare = (count: number, of: number): string =>
  of === 0 ? 'none' : `${Math.round((count / of) * 100)} %`

/** Counts the decisions that agreement is about. */
export const pairsIn = ({ pairs }: Agreement): number =>
  pairs.flat().reduce((all, count) => all + count, 0)

/** Writes Cohen's kappa with its interval, or why there is none. */
export function writeKappa(agreement: Agreement): string {
  const { kappa } = agreement
  const counted = writeOf(pairsIn(agreement), 'decision')
  if (kappa.state === 'too-few') {
    return `Too few to tell: ${counted}, and kappa is told from ${fewestForKappa} on.`
  }
  if (kappa.state === 'one-sided') {
    return `Cannot be told: in these ${counted} the outcome, or the surgeon, always said the same.`
  }
  const { value, low, high } = kappa
  const interval = `95 % interval ${twoPlaces(low)} to ${twoPlaces(high)}`
  const narrow =
    low === high ? '; the formula gives all agreement no width, which is no certainty' : ''
  return `${twoPlaces(value)} (${interval}${narrow}), over ${counted}.`
}

/** Says how many decisions follow the outcome. */
export function writeFollowing({ decisions }: Pick<AuditFigures, 'decisions'>): string {
  const all = sumOf(decisions)
  const departing = sumOf(decisions.filter(({ departs }) => departs))
  return `Following the outcome: ${writeCount(all - departing)} of ${writeCount(all)}. Departing from it, each with its reason: ${writeCount(departing)}. The outcome never decides.`
}

const quartilesOf = ({ counted, lower, median, upper }: AuditFigures['days']): string =>
  counted === 0
    ? 'No decision on a screening of a referral.'
    : `${writeOf(counted, 'referral')}: median ${median} days, quartiles ${lower} and ${upper} days.`

/** Says how long referrals took, and what is left out. */
export function writeDays({ days }: Pick<AuditFigures, 'days'>): string {
  const { withoutReferral, beforeReceipt } = days.leftOut
  const left = [
    withoutReferral > 0 && `${writeOf(withoutReferral, 'screening')} of no referral`,
    beforeReceipt > 0 && `${writeOf(beforeReceipt, 'referral')} decided before the day of receipt`,
  ].filter((one) => one !== false)
  return `${quartilesOf(days)}${left.length > 0 ? ` Left out: ${left.join(', ')}.` : ''}`
}

const mostNamed = 3

/** Names the facts that were lacked most often, each with its count. */
export const writeMostLacked = (facts: readonly Lacking[]): string =>
  facts.length === 0
    ? 'nothing'
    : facts
        .slice(0, mostNamed)
        .map(({ fact, lacking }) => `${nameOfFact(fact)} ${writeCount(lacking)}`)
        .join(', ')
