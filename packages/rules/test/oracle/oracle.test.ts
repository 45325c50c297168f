import { Executor, PatientSource } from 'cql-execution'
import { describe, expect, it } from 'vitest'
import { type Findings, type ScreeningResult, screen } from '../../src/index.ts'
import { tenThousandFindings } from '../ten-thousand-findings.ts'
import { withExplicitNulls } from './explicit-nulls.ts'
import { translateCriteria } from './translate.ts'

type Answer = {
  outcome: string
  urgent: boolean
  levels: { outcome: string; statuses: string[] }[]
}

async function answersInCql(all: readonly Findings[]): Promise<Answer[]> {
  const executor = new Executor(translateCriteria(), undefined, {
    Findings: all.map(withExplicitNulls),
  })
  const { unfilteredResults } = await executor.exec(new PatientSource([]))
  return unfilteredResults['Screened']
}

const answerOf = ({ outcome, urgent, levels }: ScreeningResult): Answer => ({
  outcome,
  urgent,
  levels: levels.map((level) => ({
    outcome: level.outcome,
    statuses: level.criteria.map(({ status, notYet }) => (notYet ? `${status} yet` : status)),
  })),
})

const lengthOf = (value: unknown) => JSON.stringify(value).length

describe('the criteria written once more in CQL', () => {
  it('agree on every status and outcome of 10,000 random findings', async () => {
    const findings = tenThousandFindings()
    const inCql = await answersInCql(findings)
    const disagreements = findings.flatMap((one, at) => {
      const ours = JSON.stringify(answerOf(screen(one)))
      return ours === JSON.stringify(inCql[at]) ? [] : [{ one, ours, cql: inCql[at] }]
    })
    const shortestFirst = disagreements.toSorted((one, other) => lengthOf(one) - lengthOf(other))
    expect([inCql.length, disagreements.length, shortestFirst.slice(0, 2)]).toEqual([10_000, 0, []])
  }, 300_000)
})
