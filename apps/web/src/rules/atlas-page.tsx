import { type Atlas, ruleset } from '@kyphoscreen/rules'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { usePrintIdentifiers } from '../print-identifiers.ts'
import { useReading } from '../reading.ts'
import { criterionWords, outcomeWords, statusWords } from '../result/wording.ts'
import { atlas } from './atlas.ts'
import { AtlasPart, rowNumber } from './atlas-part.tsx'
import { RulesTable } from './rules-table.tsx'
import './rules.css'

const { id, version, hash } = ruleset
const saysOf = new Map<string, string>(
  ruleset.cautions.map((caution) => [caution.id, caution.says]),
)

const cellsOf = (when: readonly (string | undefined)[]): ReactNode[] =>
  when.map((words) => words ?? <span className="any">any</span>)

const CriterionPart = ({ at, table }: { at: number; table: Atlas['criteria'][number] }) => (
  <AtlasPart number={at} heading={criterionWords[table.id]} of={table}>
    <RulesTable
      caption={criterionWords[table.id]}
      heads={['Row', ...table.asks, 'Status', 'In words, for example']}
      rows={table.rows.map(({ when, status, notYet, code, because }, place) => ({
        id: rowNumber(at, place),
        name: rowNumber(at, place),
        cells: [
          ...cellsOf(when),
          <span key="status" className="lines">
            <b>{notYet ? 'Not met yet' : statusWords[status]}</b> <code>{code}</code>
          </span>,
          because,
        ],
      }))}
    />
  </AtlasPart>
)

const raisedWhen = ({ asks }: Atlas['cautions'], when: readonly (string | undefined)[]) =>
  asks.flatMap((ask, at) => (when[at] ? [`${ask}: ${when[at]}`] : [])).join('; ')

const CautionPart = ({ table }: { table: Atlas['cautions'] }) => (
  <AtlasPart number={5} heading="What raises a caution, whatever else is recorded" of={table}>
    <RulesTable
      caption="Cautions"
      heads={['Row', 'Caution', 'Raised when']}
      rows={table.rows.map(({ when, caution }, place) => ({
        id: rowNumber(5, place),
        name: rowNumber(5, place),
        cells: [saysOf.get(caution), raisedWhen(table, when)],
      }))}
    />
  </AtlasPart>
)

const RedFlagPart = () => (
  <AtlasPart number={6} heading="Red flags, each raised when its fact is recorded as true">
    <RulesTable
      caption="Red flags"
      heads={['Row', 'Red flag', 'Urgent']}
      rows={ruleset.redFlags.map(({ says, urgent }, place) => ({
        id: rowNumber(6, place),
        name: rowNumber(6, place),
        cells: [says, urgent ? 'urgent' : 'no'],
      }))}
    />
  </AtlasPart>
)

const OutcomePart = (props: { at: number; heading: string; table: Atlas['level'] }) => (
  <AtlasPart number={props.at} heading={props.heading} of={props.table}>
    <RulesTable
      caption={props.heading}
      heads={['Row', ...props.table.asks, 'Outcome']}
      rows={props.table.rows.map(({ when, outcome }, place) => ({
        id: rowNumber(props.at, place),
        name: rowNumber(props.at, place),
        cells: [...cellsOf(when), <b key="outcome">{outcomeWords[outcome]}</b>],
      }))}
    />
  </AtlasPart>
)

/** The whole rule set as printable tables, made by this browser from the rules it screens with. */
export function AtlasPage() {
  const { criteria, cautions, level, screening } = atlas()
  const reading = useReading(ruleset)
  usePrintIdentifiers(`Kyphoscreen decision atlas ${version} · ${hash}`)
  return (
    <div className="page rules">
      <title>Decision atlas · Kyphoscreen</title>
      <p className="back">
        <Link to="/rules">Rules</Link>
      </p>
      <div className="page-head">
        <div>
          <h1>Decision atlas</h1>
          <p className="lede">
            {id} {version}. {reading}
          </p>
          <p className="fine rules-hash">{hash}</p>
        </div>
        <div className="actions">
          <button type="button" className="button button-main" onClick={() => print()}>
            Print
          </button>
          <Link className="button" to="/rules#sign-off">
            To the sign-off
          </Link>
        </div>
      </div>
      <p>
        Every combination of classes was put to the running rules, and the answers were condensed:
        each combination that can be stands in exactly one row of its table. <i>Any</i> means that
        the row holds whatever this is. Facts that contradict each other are refused before anything
        is judged.
      </p>
      {criteria.map((table, at) => (
        <CriterionPart key={table.id} at={at + 1} table={table} />
      ))}
      <CautionPart table={cautions} />
      <RedFlagPart />
      <OutcomePart
        at={7}
        heading="From statuses, red flags and cautions to the outcome of a level"
        table={level}
      />
      <OutcomePart
        at={8}
        heading="From the levels to the outcome of the screening"
        table={screening}
      />
    </div>
  )
}
