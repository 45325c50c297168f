import { zodResolver } from '@hookform/resolvers/zod'
import type { NewPatient, Patient } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { api } from '../api.ts'
import { readTypedDay } from '../facts/typed-day.ts'
import { sexWords } from '../facts/write-patient.ts'
import { explain } from '../failure.ts'
import { RequestFailed } from '../request.ts'
import { Choice } from '../ui/choice.tsx'
import { DayField } from '../ui/day-field.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Failed } from '../ui/failed.tsx'
import { goTo } from '../ui/go-to.ts'
import { TextField } from '../ui/text-field.tsx'
import { useKeyFor } from '../use-key-for.ts'
import { PatientTyped } from './new-patient.ts'

const blank: PatientTyped = { mrn: '', familyName: '', givenName: '', birthDate: '', sex: '' }
const inOrder = ['mrn', 'familyName', 'givenName', 'birthDate', 'sex'] as const
const sexes = Object.entries(sexWords).map(([value, label]) => ({ value, label }))

const mrnTaken = (error: unknown) =>
  error instanceof RequestFailed &&
  error.failure.kind === 'refused' &&
  error.failure.problem.status === 409

/** The registration form; every problem is listed at once, and what was typed stays. */
export function RegisterForm({
  onRegistered,
}: {
  onRegistered: (patient: Patient) => Promise<void>
}) {
  const form = useForm<PatientTyped, unknown, NewPatient>({
    defaultValues: blank,
    resolver: zodResolver(PatientTyped),
    shouldFocusError: false,
  })
  const { register, setValue } = form
  const { errors, submitCount } = form.formState
  const [attempt, setAttempt] = useState(0)
  const keyFor = useKeyFor()
  const send = useMutation({
    mutationFn: (body: NewPatient) => api.registerPatient(body, keyFor(body)),
    onSuccess: onRegistered,
  })
  const typedBirth = useWatch({ control: form.control, name: 'birthDate' })
  const birth = readTypedDay(typedBirth, undefined)
  const problems = inOrder.flatMap((name) => {
    const says = errors[name]?.message
    return says ? [{ id: name, says }] : []
  })
  const field = (name: (typeof inOrder)[number]) => ({
    id: name,
    field: register(name),
    error: errors[name]?.message,
  })
  return (
    <form
      className="stack"
      noValidate
      aria-label="Register a patient"
      onSubmit={form.handleSubmit(
        (body) => (send.isPending ? undefined : send.mutate(body)),
        () => setAttempt(submitCount + 1),
      )}
    >
      <ErrorSummary attempt={attempt} problems={problems} onGoTo={goTo} />
      {send.isError ? (
        <Failed
          heading="Not registered"
          says={
            mrnTaken(send.error)
              ? 'A patient with this MRN is registered already. Find that patient, or correct the MRN.'
              : explain(send.error)
          }
        />
      ) : null}
      <TextField {...field('mrn')} label="MRN" hint="Medical record number, unique in the clinic" />
      <TextField {...field('familyName')} label="Family name" />
      <TextField {...field('givenName')} label="Given name" />
      <DayField
        {...field('birthDate')}
        label="Birth date"
        hint="Such as 05-Apr-1948 or 1948-04-05"
        note={birth.read === 'day' ? writeDay(birth.day) : undefined}
        picked={birth.read === 'day' ? birth.day : undefined}
        onPick={(picked) => setValue('birthDate', picked === '' ? '' : writeDay(picked))}
      />
      <Choice {...field('sex')} legend="Sex" options={sexes} />
      <div className="actions">
        <button type="submit" className="button button-main">
          {send.isPending ? 'Registering…' : 'Register'}
        </button>
      </div>
    </form>
  )
}
