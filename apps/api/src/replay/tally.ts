import {
  type CriterionStanding,
  type ReplayCounts,
  type ReplayedScreening,
  type ReplayKind,
  replayKinds,
} from '../contract.ts'

type OwnCounts = ReplayCounts['own']

const ownPlace = {
  identical: 'identical',
  different: 'different',
  'not-replayed': 'notReplayed',
} as const

const noneYet = (): OwnCounts => ({ identical: 0, different: 0, notReplayed: 0 })

const write = (standing: CriterionStanding | null) =>
  standing ? `${standing.status} ${standing.code}` : 'none'

const counted = (counts: Map<string, number>, key: string) =>
  counts.set(key, (counts.get(key) ?? 0) + 1)

const mostFirst = (counts: ReadonlyMap<string, number>) =>
  [...counts].sort(([, one], [, other]) => other - one)

const separator = '\t'

/** Counts how screenings came out, one after the other. */
export class ReplayTally {
  #done = 0
  #erased = 0
  readonly #own = noneYet()
  readonly #versions = new Map<string, OwnCounts>()
  readonly #kinds = Object.fromEntries(replayKinds.map((kind) => [kind, 0])) as Record<
    ReplayKind,
    number
  >
  readonly #flips = new Map<string, number>()
  readonly #through = new Map<string, number>()

  add({ version, own, kind, change }: ReplayedScreening): void {
    this.#done += 1
    this.#kinds[kind] += 1
    const ofVersion = this.#versions.get(version) ?? noneYet()
    this.#versions.set(version, ofVersion)
    for (const counts of [this.#own, ofVersion]) counts[ownPlace[own.is]] += 1
    if (change?.outcome) {
      const { before, after } = change.outcome
      counted(this.#flips, [before, after].join(separator))
    }
    for (const { criterion, before, after } of change?.criteria ?? []) {
      counted(this.#through, [criterion, write(before), write(after)].join(separator))
    }
  }

  /** Counts screenings that were erased: there is nothing to screen again. */
  leaveOut(erased: number): void {
    this.#erased = erased
  }

  /** True when every screening so far is what its own rules answer. */
  get allIdentical(): boolean {
    return this.#own.identical === this.#done
  }

  counts(): ReplayCounts {
    const flips = mostFirst(this.#flips).map(([key, count]) => {
      const [before = '', after = ''] = key.split(separator)
      return { before, after, count }
    })
    const through = mostFirst(this.#through).map(([key, count]) => {
      const [criterion = '', before = '', after = ''] = key.split(separator)
      return { criterion, before, after, count }
    })
    const versions = [...this.#versions]
      .map(([version, counts]) => ({ version, ...counts }))
      .sort((one, other) => one.version.localeCompare(other.version, 'en', { numeric: true }))
    const [own, kinds] = [{ ...this.#own }, { ...this.#kinds }]
    const [done, erased] = [this.#done, this.#erased]
    return { done, erased, own, versions, kinds, flips, through }
  }
}
