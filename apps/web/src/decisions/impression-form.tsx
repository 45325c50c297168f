import { DecisionKind, type NewImpression } from '@kyphoscreen/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { ChoiceEntry, ProseEntry } from '../handling/form-entries.tsx'
import { explainRefusal } from '../handling/refusal.ts'
import { SmallForm } from '../handling/small-form.tsx'
import { chosen, maybeText } from '../handling/typed.ts'
import { useKeyFor } from '../use-key-for.ts'
import { decisionApi } from './decision-api.ts'
import { kindWords } from './write-decision.ts'

const ImpressionTyped = z.object({
  kind: z.preprocess((kind) => kind, chosen(DecisionKind.options, 'Choose what you would decide.')),
  note: maybeText(2000),
})

type FormProps = { screening: { id: string; patientId: string } }

/** Asks a surgeon what they would decide from the findings alone; then the outcome is shown beside it. */
export function ImpressionForm({ screening: { id, patientId } }: FormProps) {
  const queries = useQueryClient()
  const keyFor = useKeyFor()
  const recording = useMutation({
    mutationFn: (impression: NewImpression) =>
      decisionApi.recordImpression(id, impression, keyFor(impression)),
    onSuccess: async () => {
      void queries.invalidateQueries({ queryKey: ['history', patientId] })
      await queries.invalidateQueries({ queryKey: ['screening', id] })
    },
  })
  return (
    <SmallForm
      label="Your impression"
      schema={ImpressionTyped}
      initial={{ kind: '', note: '' }}
      submit="Record impression and show the outcome"
      sending={recording.isPending}
      failed={recording.isError ? explainRefusal(recording.error) : undefined}
      onSend={recording.mutate}
    >
      <ChoiceEntry
        name="kind"
        label="What would you decide from these findings alone?"
        words={kindWords}
      />
      <ProseEntry name="note" label="Note" hint="If you like. An impression is no decision." />
    </SmallForm>
  )
}
