import { type Atlas, type CriterionTable, ruleset } from '@kyphoscreen/rules'
import { Shape, toneOf } from '../result/shape.tsx'
import { criterionWords, statusWords } from '../result/wording.ts'
import { RulesTable } from './rules-table.tsx'
import { SourcesOf } from './sources-of.tsx'

type Asked = (typeof ruleset.criteria)[number]
type Row = CriterionTable['rows'][number]

const Status = ({ status, notYet }: Pick<Row, 'status' | 'notYet'>) => (
  <span className={`rules-status ${toneOf(status)}`}>
    <Shape of={status} /> {notYet ? 'Not met yet' : statusWords[status]}
  </span>
)

/** The first row of each reason: its code, its status and its words. */
const reasonsIn = ({ rows }: CriterionTable) =>
  rows.filter(({ code }, at) => rows.findIndex((row) => row.code === code) === at)

const Criterion = ({ asked, table }: { asked: Asked; table: CriterionTable }) => (
  <section className="card" aria-labelledby={asked.id}>
    <h3 id={asked.id}>{criterionWords[table.id]}</h3>
    <dl className="facts">
      <div>
        <dt>Asked</dt>
        <dd>{asked.requires}</dd>
      </div>
      <div>
        <dt>Sources</dt>
        <dd>
          <SourcesOf of={asked.sources} />
        </dd>
      </div>
      <div>
        <dt>Judged for</dt>
        <dd>{asked.scope === 'level' ? 'each level' : 'the patient'}</dd>
      </div>
    </dl>
    <p>
      <b>Our reading:</b> {asked.reading}
    </p>
    <RulesTable
      caption={`Reasons of ${criterionWords[table.id]}`}
      heads={['Status', 'In words, for example', 'Reason']}
      rows={reasonsIn(table).map((row) => ({
        id: row.code,
        name: <Status {...row} />,
        cells: [row.because, <code key="code">{row.code}</code>],
      }))}
    />
  </section>
)

/** The four criteria: what each asks, its sources, our reading, and every reason it can give. */
export const CriteriaPart = ({ tables }: { tables: Atlas['criteria'] }) => (
  <section className="stack" aria-labelledby="criteria">
    <h2 id="criteria">The four criteria</h2>
    <ul className="fine">
      {ruleset.documents.map(({ id, describes }) => (
        <li key={id}>
          <b>{id}</b>: {describes}
        </li>
      ))}
    </ul>
    {tables.map((table) => {
      const asked = ruleset.criteria.find(({ id }) => id === table.id)
      return asked ? <Criterion key={table.id} asked={asked} table={table} /> : null
    })}
  </section>
)
