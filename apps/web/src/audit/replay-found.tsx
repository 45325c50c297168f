import type { ReplayRun, replayKinds } from '@kyphoscreen/api/contract'
import { writeCriterion, writeOutcome, writeStanding } from '../result/write-change.ts'
import { Notice } from '../ui/notice.tsx'
import { CountTable } from './count-table.tsx'
import { ReplayList } from './replay-list.tsx'
import {
  kindWords,
  whatDifferingMeans,
  writeChanged,
  writeErased,
  writeOwnCounts,
} from './replay-words.ts'

type Run = { run: ReplayRun }

const byVersion = ({ versions }: ReplayRun['counts']) =>
  versions.map((of) => [of.version, of.identical, of.different, of.notReplayed] as const)

const OwnSaid = ({ counts }: Pick<ReplayRun, 'counts'>) => {
  const says = <p>{writeOwnCounts(counts)}</p>
  if (counts.own.different > 0) {
    return (
      <Notice tone="failure" heading="Recorded screenings are not what their rules answer">
        {says}
        <p>{whatDifferingMeans}</p>
      </Notice>
    )
  }
  if (counts.own.notReplayed === 0) return says
  return (
    <Notice tone="warning" heading="Recorded screenings could not be replayed">
      {says}
    </Notice>
  )
}

const OwnVersion = ({ run: { id, counts } }: Run) => (
  <section className="card stack-close" aria-labelledby="own-version">
    <h2 id="own-version">Under their own version</h2>
    <OwnSaid counts={counts} />
    {counts.erased === 0 ? null : <p>{writeErased(counts)}</p>}
    {counts.done === 0 ? null : (
      <CountTable
        says="Screenings by the version that they were recorded by"
        heads={['Version', 'Identical', 'Different', 'Cannot be replayed']}
        rows={byVersion(counts)}
      />
    )}
    {counts.own.identical === counts.done ? null : (
      <ReplayList runId={id} list="own" says="Screenings that differ or cannot be replayed" />
    )}
  </section>
)

const writeWay = (standing: string) => {
  const [status = '', code] = standing.split(' ')
  return writeStanding(code === undefined ? null : { status, code })
}

const Ways = ({ counts: { flips, through } }: Pick<ReplayRun, 'counts'>) => (
  <>
    {flips.length === 0 ? null : (
      <CountTable
        says="Outcomes as recorded and as they would be"
        heads={['Recorded', 'Would be', 'Screenings']}
        rows={flips.map((of) => [writeOutcome(of.before), writeOutcome(of.after), of.count])}
      />
    )}
    {through.length === 0 ? null : (
      <CountTable
        says="Through which criterion"
        heads={['Criterion', 'Recorded', 'Would be', 'Levels']}
        rows={through.map((of) => [
          writeCriterion(of.criterion),
          writeWay(of.before),
          writeWay(of.after),
          of.count,
        ])}
      />
    )}
  </>
)

const kindsInOrder = Object.keys(kindWords) as (typeof replayKinds)[number][]
const wordsAlone = ['words', 'same']

const InForce = ({ run: { id, inForce, counts } }: Run) => {
  const listed = kindsInOrder.some((kind) => !wordsAlone.includes(kind) && counts.kinds[kind] > 0)
  return (
    <section className="card stack-close" aria-labelledby="in-force">
      <h2 id="in-force">Under the rules in force ({inForce})</h2>
      <p>{writeChanged(counts)}</p>
      <CountTable
        says="Screenings by what would change"
        heads={['What would change', 'Screenings']}
        rows={kindsInOrder.map((kind) => [kindWords[kind], counts.kinds[kind]])}
      />
      <Ways counts={counts} />
      {listed ? <ReplayList runId={id} list="changed" says="Screenings that would change" /> : null}
    </section>
  )
}

/** What a run that has ended found. */
export const ReplayFound = ({ run }: Run) => {
  const hasScreened = run.counts.done > 0
  return (
    <>
      {hasScreened || run.state === 'finished' ? <OwnVersion run={run} /> : null}
      {hasScreened ? <InForce run={run} /> : null}
    </>
  )
}
