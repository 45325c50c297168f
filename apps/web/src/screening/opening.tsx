import type { SavedDraft, StoredScreening } from '@kyphoscreen/api/contract'
import { useState } from 'react'
import { writeInstant } from '../instant.ts'
import { blankEntries, Entries, entriesFrom, isBlank } from '../questions/entries.ts'
import type { Chart } from '../questions/form-context.ts'
import { Notice } from '../ui/notice.tsx'
import { type OnRecorded, ScreeningForm } from './screening-form.tsx'

type Start =
  | { with: 'entries'; entries: Entries; says: string | undefined }
  | { with: 'choice'; unfinished: Entries; saved: SavedDraft; source: StoredScreening }
  | { with: 'unreadable' }

type Begun = { draft: SavedDraft | null; source: StoredScreening | null; chart: Chart }

const continued = (saved: SavedDraft, entries: Entries): Start => ({
  with: 'entries',
  entries,
  says: `Continued from your draft saved on ${writeInstant(saved.savedAt)}.`,
})

const correcting = ({ findings, recordedAt }: StoredScreening): Start => ({
  with: 'entries',
  entries: entriesFrom(findings),
  says: `Filled in from the screening recorded on ${writeInstant(recordedAt)}. That one stays as it is; this becomes a new screening.`,
})

const afresh = (chart: Chart): Start => ({
  with: 'entries',
  entries: blankEntries(chart.today),
  says: undefined,
})

function startFrom({ draft, source, chart }: Begun): Start {
  const read = draft === null ? undefined : Entries.safeParse(draft.form)
  if (read && !read.success) return { with: 'unreadable' }
  if (draft && read && !isBlank(read.data)) {
    return source
      ? { with: 'choice', unfinished: read.data, saved: draft, source }
      : continued(draft, read.data)
  }
  return source ? correcting(source) : afresh(chart)
}

type OpeningProps = Begun & {
  patientId: string
  onRecorded: OnRecorded
}

/** Opens the form with the draft, with the screening to correct, or empty, and says with which. */
export function Opening({ patientId, onRecorded, ...begun }: OpeningProps) {
  const { chart, source } = begun
  const [start, setStart] = useState(() => startFrom(begun))
  switch (start.with) {
    case 'entries':
      return (
        <ScreeningForm
          patientId={patientId}
          chart={chart}
          initial={start.entries}
          says={start.says}
          onRecorded={onRecorded}
        />
      )
    case 'choice':
      return (
        <Notice
          heading="You have an unfinished screening of this patient"
          actions={
            <>
              <button
                type="button"
                className="button button-main"
                onClick={() => setStart(continued(start.saved, start.unfinished))}
              >
                Continue the unfinished one
              </button>
              <button
                type="button"
                className="button"
                onClick={() => setStart(correcting(start.source))}
              >
                Replace it by the recorded entries
              </button>
            </>
          }
        >
          Saved on {writeInstant(start.saved.savedAt)}. Filling in the form from the recorded
          screening replaces it.
        </Notice>
      )
    case 'unreadable':
      return (
        <Notice
          tone="failure"
          heading="Your unfinished screening cannot be shown"
          actions={
            <button
              type="button"
              className="button"
              onClick={() => setStart(source ? correcting(source) : afresh(chart))}
            >
              Start afresh and replace it
            </button>
          }
        >
          It was saved by another version of this page. It is still on the server; tell support if
          you need it.
        </Notice>
      )
  }
}
