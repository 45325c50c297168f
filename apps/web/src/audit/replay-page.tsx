import type { Replay, ReplayRun } from '@kyphoscreen/api/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { explain } from '../failure.ts'
import { Loaded } from '../loaded.tsx'
import { Failed } from '../ui/failed.tsx'
import { Notice } from '../ui/notice.tsx'
import { AdminsPage } from './admins-page.tsx'
import { writeMoment } from './entry-words.ts'
import { replayApi } from './replay-api.ts'
import { ReplayFound } from './replay-found.tsx'
import { writeDone } from './replay-words.ts'

const replayKey = ['replay'] as const
const lookAgainMs = 1_000

const writeWhen = (at: string) => {
  const { day, time, zone } = writeMoment(at)
  return `${day} ${time} ${zone}`
}

const Progress = ({ run }: { run: ReplayRun }) => (
  <p>
    <label htmlFor="replay-progress">{writeDone(run)}</label>{' '}
    <progress
      id="replay-progress"
      className="replay-progress"
      max={run.total ?? 1}
      value={run.total === null ? undefined : run.counts.done}
    />
  </p>
)

const States = ({ run }: { run: ReplayRun | null }) => {
  if (run === null) return <p>Not run since the server was started.</p>
  if (run.state === 'running') return <Progress run={run} />
  const when = `begun ${writeWhen(run.startedAt)}, ended ${writeWhen(run.endedAt ?? run.startedAt)}`
  if (run.state === 'failed') {
    const says = `It broke off after ${writeDone(run)} (${when}). Run it again; if it breaks off again, tell whoever runs Kyphoscreen. What is below is of these alone.`
    return <Failed heading="The last run failed" says={says} />
  }
  if (run.state === 'cancelled') {
    return (
      <Notice tone="warning" heading="The last run was stopped">
        It had come to {writeDone(run)} ({when}). What is below is of these alone.
      </Notice>
    )
  }
  return (
    <p>
      Run to its end: {when}. {writeDone(run)}.
    </p>
  )
}

const sayOf = (run: ReplayRun | null) => {
  if (run === null) return ''
  const words = { running: 'Screening again…', finished: 'Finished.', cancelled: 'Stopped.' }
  return run.state === 'failed' ? '' : words[run.state]
}

function Known({ replay: { run } }: { replay: Replay }) {
  const queries = useQueryClient()
  const keep = { onSuccess: (known: Replay) => queries.setQueryData(replayKey, known) }
  const begin = useMutation({ mutationFn: replayApi.begin, ...keep })
  const cancel = useMutation({ mutationFn: replayApi.cancel, ...keep })
  const isRunning = run?.state === 'running'
  const [act, name] = isRunning ? [cancel, 'Stop'] : [begin, 'Screen every screening again']
  const failed = [begin, cancel].find(({ isError }) => isError)
  return (
    <>
      <section className="card stack-close" aria-labelledby="replay-run">
        <h2 id="replay-run">The last run</h2>
        <States run={run} />
        <div className="actions">
          <button
            type="button"
            className="button"
            aria-disabled={act.isPending || undefined}
            onClick={() => (act.isPending ? undefined : act.mutate())}
          >
            {name}
          </button>
          <span role="status" className="fine">
            {sayOf(run)}
          </span>
        </div>
        {failed ? <Failed heading="Not done" says={explain(failed.error)} /> : null}
      </section>
      {run === null || isRunning ? null : <ReplayFound key={run.id} run={run} />}
    </>
  )
}

function Run() {
  const replay = useQuery({
    queryKey: replayKey,
    queryFn: replayApi.read,
    refetchInterval: ({ state }) => (state.data?.run?.state === 'running' ? lookAgainMs : false),
  })
  return (
    <Loaded query={replay} what="what is known of replays">
      {(read: Replay) => <Known replay={read} />}
    </Loaded>
  )
}

/** Recorded screenings screened again, for admins: whether each is what its own rules answer, and what the rules in force would make of it. */
export const ReplayPage = () => (
  <AdminsPage
    title="Replay"
    heading="Replay"
    about={
      <p className="replay-about">
        Every recorded screening is screened again: by the rules of the version it was recorded by,
        which must answer what is stored, and by the rules in force, to show what would come out
        otherwise. Nothing that is recorded changes. What a run found is shown here until the server
        is started again; that it ran, by whom, and its counts stay in the log.
      </p>
    }
    toOthers="Admins replay screenings."
  >
    <Run />
  </AdminsPage>
)
