import { quantile } from '../measure.ts'
import type { Asked } from './requests.ts'

/** A request with the milliseconds it took, each time it was measured. */
export type Taken = Asked & { milliseconds: number[] }

/** The most milliseconds that the 95th percentile may take with so many open referrals. */
export const goalMs = (openReferrals: number): number => (openReferrals > 100_000 ? 200 : 100)

const worstShown = 10
const rounded = (milliseconds: number) => milliseconds.toFixed(1)

const lineOf = (name: string, requests: readonly Taken[]) => {
  const all = requests.flatMap(({ milliseconds }) => milliseconds)
  const shown = [0.5, 0.95, 1].map((share) => rounded(quantile(all, share)))
  return `| ${name} | ${requests.length} | ${shown.join(' | ')} |`
}

const worstOf = ({ milliseconds }: Taken) => Math.max(...milliseconds)

/** Writes what was measured as Markdown, and says whether each kind reached the goal. */
export function written(
  taken: readonly Taken[],
  openReferrals: number,
): { text: string; reached: boolean } {
  const kinds = Map.groupBy(taken, ({ kind }) => kind)
  const goal = goalMs(openReferrals)
  const reached = [...kinds.values()].every(
    (requests) =>
      quantile(
        requests.flatMap(({ milliseconds }) => milliseconds),
        0.95,
      ) <= goal,
  )
  const worst = taken.toSorted((one, other) => worstOf(other) - worstOf(one)).slice(0, worstShown)
  const text = [
    `${openReferrals} open referrals, milliseconds an answer; the goal of ${goal} at the 95th percentile is ${reached ? 'reached' : 'not reached'}.`,
    '',
    '| request | different ones | median | 95th percentile | longest |',
    '|---|--:|--:|--:|--:|',
    ...[...kinds].map(([kind, requests]) => lineOf(kind, requests)),
    lineOf('all', taken),
    '',
    'The longest:',
    '',
    ...worst.map((each) => `- ${rounded(worstOf(each))}: ${each.kind}: ${each.what}`),
  ].join('\n')
  return { text, reached }
}
