import type { StoredScreening } from '@kyphoscreen/api/contract'
import type { Findings } from '@kyphoscreen/rules'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { api } from '../api.ts'
import { explain } from '../failure.ts'
import { blankEntries, type Entries } from '../questions/entries.ts'
import { type Chart, ChartContext } from '../questions/form-context.ts'
import { readEntries } from '../questions/read-entries.ts'
import { LeaveGuard } from '../ui/leave-guard.tsx'
import { DraftBanner } from './draft-status.tsx'
import { FormStart } from './form-start.tsx'
import { LivePreview } from './live-preview.tsx'
import { LiveResult } from './live-result.tsx'
import { previewOf } from './preview.ts'
import { ProblemSummary } from './problem-summary.tsx'
import { Questions } from './questions.tsx'
import { RecordBar } from './record-bar.tsx'
import { recordingKey, refusedEntries } from './recording.ts'
import { ResultStrip } from './result-strip.tsx'
import { useDraftSaver } from './use-draft-saver.ts'

/** Told what the server recorded, what had been sent, and when the draft is saved no more. */
export type OnRecorded = (
  screening: StoredScreening,
  sent: Findings,
  draftStopped: Promise<void>,
) => Promise<void>

type ScreeningFormProps = {
  patientId: string
  chart: Chart
  initial: Entries
  says: string | undefined
  onRecorded: OnRecorded
}

/** The screening form with the result beside it; what is recorded is the server’s own answer. */
export function ScreeningForm({ patientId, chart, initial, says, onRecorded }: ScreeningFormProps) {
  const { birthDate, today } = chart
  const form = useForm<Entries>({ defaultValues: initial })
  const { draft, saver } = useDraftSaver(patientId, form)
  const [attempt, setAttempt] = useState(0)
  const [cleared, setCleared] = useState<{ entries: Entries; times: number }>()
  const refusedBy = (error: unknown) =>
    refusedEntries(error, readEntries(form.getValues(), birthDate, today).levelIndexes)
  const record = useMutation({
    mutationFn: ({ findings, key }: { findings: Findings; key: string }) =>
      api.recordScreening({ patientId, findings }, recordingKey(key, findings)),
    onSuccess: async (screening, { findings }) => {
      await onRecorded(screening, findings, saver.stop())
    },
    onError: (error) => {
      if (refusedBy(error).length > 0) setAttempt((before) => before + 1)
    },
  })
  const refused = record.isError ? refusedBy(record.error) : []

  const fill = (entries: Entries, before: typeof cleared) => {
    form.reset(entries)
    setCleared(before)
    setAttempt(0)
    record.reset()
  }
  const clear = () =>
    fill(blankEntries(today), {
      entries: structuredClone(form.getValues()),
      times: (cleared?.times ?? 0) + 1,
    })
  const submit = () => {
    const entries = form.getValues()
    const preview = previewOf(entries, birthDate, today)
    if (preview.state === 'result' && preview.unread.length === 0) {
      if (!record.isPending) record.mutate({ findings: preview.findings, key: entries.key })
      return
    }
    record.reset()
    setAttempt(attempt + 1)
  }

  return (
    <ChartContext value={chart}>
      <FormProvider {...form}>
        <LivePreview showProblems={attempt > 0} refused={refused}>
          <form
            className="screening"
            noValidate
            aria-label="Screening"
            onSubmit={(event) => {
              event.preventDefault()
              submit()
            }}
          >
            <div className="screening-form">
              <FormStart
                says={says}
                cleared={cleared?.times ?? 0}
                onAfresh={clear}
                onUndo={() => cleared && fill(cleared.entries, undefined)}
              />
              <ProblemSummary attempt={attempt} />
              <Questions />
              <RecordBar
                draft={draft}
                recording={record.isPending}
                failed={record.isError && refused.length === 0 ? explain(record.error) : undefined}
                onClear={clear}
              />
              <DraftBanner draft={draft} />
            </div>
            <LiveResult />
          </form>
          <ResultStrip />
        </LivePreview>
        <LeaveGuard
          isUnsaved={() => saver.hasUnsaved && saver.isFailing}
          says="The server has not taken the latest entries."
        />
      </FormProvider>
    </ChartContext>
  )
}
