import { type CautionId, cautions } from '../cautions.ts'
import { type CriterionId, criteria, judge } from '../criteria.ts'
import type { Criterion, Seen, Status } from '../criterion.ts'
import { criterionTold } from '../criterion-told.ts'
import type { Outcome } from '../outcome.ts'
import {
  answersTo,
  type DecisionTable,
  decisionTable,
  type Question,
  type Tabled,
  tableOf,
} from './decision-table.ts'
import { cautionsTabled, criterionTabled, levelTabled, screeningTabled } from './tabled.ts'
import { wordsOf } from './words.ts'

/** One row: for each question the classes it stands for, in words; undefined where any is meant. */
type When = readonly (string | undefined)[]

/** A table of the atlas: what is asked, and how many combinations of classes its rows answer, each combination in one row. */
type Told<Row> = {
  readonly asks: readonly string[]
  readonly combinations: number
  readonly rows: readonly ({ readonly when: When } & Row)[]
}

/** The table of one criterion: status, reason, and for example the words of an answer. */
export type CriterionTable = Told<{
  status: Status
  notYet: boolean
  code: string
  because: string
}> & {
  readonly id: CriterionId
}
export type OutcomeTable = Told<{ outcome: Outcome }>
export type CautionTable = Told<{ caution: CautionId }>

const told = <Part, Given, Row>(
  questions: readonly Question<Part, Given>[],
  { rows, combinations }: DecisionTable<Given>,
  rowOf: (answer: string, example: Given) => Row,
): Told<Row> => ({
  asks: questions.map(({ asks }) => asks),
  combinations,
  rows: rows.map(({ box, answer, example }) => ({
    when: wordsOf(questions, box),
    ...rowOf(answer, example),
  })),
})

function tableOfCriterion(criterion: Criterion<CriterionId>): CriterionTable {
  const tabled = criterionTabled(criterion)
  const table = decisionTable(tabled, Object.keys(criterion.reasons))
  const rowOf = (_: string, seen: Seen) => {
    const { result } = criterionTold(judge(criterion, seen), seen)
    const { status, notYet, code, because } = result
    return { status, notYet, code, because }
  }
  return { id: criterion.id, ...told(tabled.questions, table, rowOf) }
}

function tableOfCautions(): CautionTable {
  const { questions } = cautionsTabled
  const answers = [...answersTo(cautionsTabled)]
  const rows = (Object.keys(cautions) as CautionId[]).flatMap((caution) => {
    const raising = answers.map(([place, { answer, example }]) => {
      const isRaised = answer.split(' ').includes(caution)
      return [place, { answer: isRaised ? 'raised' : 'not raised', example }] as const
    })
    const table = tableOf(questions, new Map(raising), ['raised'])
    const raised = table.rows.filter(({ answer }) => answer === 'raised')
    return told(questions, { ...table, rows: raised }, () => ({ caution })).rows
  })
  return { asks: questions.map(({ asks }) => asks), combinations: answers.length, rows }
}

const asOutcome = (answer: string) => ({ outcome: answer as Outcome })

const tableOfOutcomes = <Part, Given>(tabled: Tabled<Part, Given>): OutcomeTable =>
  told(tabled.questions, decisionTable(tabled, []), asOutcome)

/** The whole rule set as tables, made by asking the running rules: the four criteria, the cautions, the outcome of a level and that of a screening. */
export const makeAtlas = () => ({
  criteria: criteria.map((criterion: Criterion<CriterionId>) => tableOfCriterion(criterion)),
  cautions: tableOfCautions(),
  level: tableOfOutcomes(levelTabled),
  screening: tableOfOutcomes(screeningTabled),
})

export type Atlas = ReturnType<typeof makeAtlas>
