import type { Day } from '@kyphoscreen/rules'
import { createContext, useContext } from 'react'
import type { EntryProblem } from './read-entries.ts'

/** What the form knows of the chart and of the day. */
export type Chart = { birthDate: Day; today: Day }

/** The chart the form belongs to. */
export const ChartContext = createContext<Chart | null>(null)

/** Gives the chart the form belongs to. */
export function useChart(): Chart {
  const chart = useContext(ChartContext)
  if (chart === null) throw new Error('a field stands outside its form')
  return chart
}

/** The problems shown beside the fields; empty until somebody has tried to record. */
export const ProblemsContext = createContext<readonly EntryProblem[]>([])

/** Gives the problem of one entry, if it has one. */
export const useProblem = (path: string): string | undefined =>
  useContext(ProblemsContext).find((problem) => problem.path === path)?.says
