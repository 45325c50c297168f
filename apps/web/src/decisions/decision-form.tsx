import type { Decision, Screening } from '@kyphoscreen/api/contract'
import { useState } from 'react'
import { ForgetPassword } from '../handling/confirm-again.tsx'
import { SmallForm } from '../handling/small-form.tsx'
import { DecisionFields } from './decision-fields.tsx'
import { blankDecision, type DecisionTyped } from './decision-typed.ts'
import { NewerScreening } from './newer-screening.tsx'
import { type DecisionRead, decisionSchema } from './read-decision.ts'
import { explainDecision } from './refused-decision.ts'
import { useRecordDecision } from './use-record-decision.ts'

type DecisionFormProps = {
  screening: Screening
  /** The decision that this one corrects. */
  corrects: Decision | undefined
  onRecorded: () => void
  onCancel: () => void
}

/** Asks what was decided on a screening and, where that departs from its outcome, why; a password confirms it. */
export function DecisionForm({ screening, corrects, onRecorded, onCancel }: DecisionFormProps) {
  const [schema] = useState(() => decisionSchema(screening.result))
  const { record, sending, error } = useRecordDecision(screening, corrects, onRecorded)
  return (
    <SmallForm<DecisionTyped, DecisionRead>
      label={corrects ? 'Correct the decision' : 'Record a decision'}
      schema={schema}
      initial={blankDecision}
      submit="Record decision"
      sending={sending}
      failed={
        error === undefined ? undefined : `${explainDecision(error)} Type your password again.`
      }
      onSend={record}
      onCancel={onCancel}
    >
      <p className="fine">
        {corrects
          ? 'The decision above stays on record as replaced; this one takes its place.'
          : 'The outcome does not decide. A recorded decision is never changed; a correction is a new one.'}
      </p>
      <NewerScreening screening={screening} />
      <DecisionFields result={screening.result} />
      <ForgetPassword error={error} />
    </SmallForm>
  )
}
