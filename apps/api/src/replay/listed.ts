import type { ReplayAsked, ReplayedScreening, ReplayList } from '../contract.ts'

const mostListed = 2_000
const pageSize = 50

type Listed = { screenings: ReplayedScreening[]; count: number }

const nothingYet = (): Listed => ({ screenings: [], count: 0 })

const comesOutOtherwise = ['outcome', 'not-screened', 'unreadable']
const stands = ['standing', 'remarks']

/** Keeps of a run the first screenings that differ or change, and how many there are; those that come out otherwise stand first. */
export function listsOf() {
  const [own, flips, others] = [nothingYet(), nothingYet(), nothingYet()]

  const keep = (into: Listed, replayed: ReplayedScreening) => {
    into.count += 1
    if (into.screenings.length < mostListed) into.screenings.push(replayed)
  }

  return {
    take(replayed: ReplayedScreening): void {
      if (replayed.own.is !== 'identical') keep(own, replayed)
      if (comesOutOtherwise.includes(replayed.kind)) keep(flips, replayed)
      else if (stands.includes(replayed.kind)) keep(others, replayed)
    },

    /** Gives one page; a page beyond the last is empty. */
    page({ list, page }: ReplayAsked): Omit<ReplayList, 'runId'> {
      const lists = list === 'own' ? [own] : [flips, others]
      const screenings = lists.flatMap((one) => one.screenings)
      const from = (Number(page) - 1) * pageSize
      return {
        screenings: screenings.slice(from, from + pageSize),
        page: Number(page),
        pages: Math.max(1, Math.ceil(screenings.length / pageSize)),
        listed: screenings.length,
        count: lists.reduce((sum, one) => sum + one.count, 0),
      }
    },
  }
}
