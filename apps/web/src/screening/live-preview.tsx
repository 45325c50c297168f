import { createContext, type ReactNode, useContext, useDeferredValue, useMemo } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { Entries } from '../questions/entries.ts'
import { ProblemsContext, useChart } from '../questions/form-context.ts'
import type { EntryProblem } from '../questions/read-entries.ts'
import { type Preview, previewOf, problemsBeforeRecording } from './preview.ts'

const PreviewContext = createContext<Preview | null>(null)

/** Gives what the entries lead to for now. */
export function usePreview(): Preview {
  const preview = useContext(PreviewContext)
  if (preview === null) throw new Error('a result stands outside its form')
  return preview
}

type LivePreviewProps = {
  showProblems: boolean
  refused: readonly EntryProblem[]
  children: ReactNode
}

const none: readonly EntryProblem[] = []

/** Works out the preview anew with every entry, and shares it with the fields and the result. */
export function LivePreview({ showProblems, refused, children }: LivePreviewProps) {
  const { control } = useFormContext<Entries>()
  const { birthDate, today } = useChart()
  const entries = useDeferredValue(useWatch({ control }) as Entries)
  const preview = useMemo(() => previewOf(entries, birthDate, today), [entries, birthDate, today])
  const problems = useMemo(
    () => (showProblems ? [...problemsBeforeRecording(preview), ...refused] : none),
    [showProblems, preview, refused],
  )
  return (
    <PreviewContext value={preview}>
      <ProblemsContext value={problems}>{children}</ProblemsContext>
    </PreviewContext>
  )
}
