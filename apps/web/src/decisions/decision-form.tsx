import type { Decision, Screening } from '@kyphoscreen/api/contract'
import { useEffect, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { SmallForm } from '../handling/small-form.tsx'
import { DecisionFields } from './decision-fields.tsx'
import { blankDecision, type DecisionTyped } from './decision-typed.ts'
import { NewerScreening } from './newer-screening.tsx'
import { type DecisionRead, decisionSchema } from './read-decision.ts'
import { explainDecision, isWrongPassword } from './refused-decision.ts'
import { useRecordDecision } from './use-record-decision.ts'

/** Empties the password after each try; a wrong one is told at its field. */
function ForgetPassword({ error }: { error: unknown }) {
  const { setValue, setError, setFocus } = useFormContext<DecisionTyped>()
  useEffect(() => {
    if (error === undefined) return
    setValue('password', '')
    if (!isWrongPassword(error)) return
    setError('password', { message: 'This is not your password. Type it again.' })
    setFocus('password')
  }, [error, setValue, setError, setFocus])
  return null
}

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
