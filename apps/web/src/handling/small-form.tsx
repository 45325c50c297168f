import { zodResolver } from '@hookform/resolvers/zod'
import { createContext, type ReactNode, useContext, useId, useState } from 'react'
import { type DefaultValues, type FieldValues, FormProvider, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Failed } from '../ui/failed.tsx'
import { goTo } from '../ui/go-to.ts'
import { LeaveGuard } from '../ui/leave-guard.tsx'

const FormId = createContext('')

/** Gives the element of one entry of the form around it. */
export const useEntryId = (name: string): string =>
  `${useContext(FormId)}-${name.replaceAll('.', '-')}`

type SmallFormProps<Typed extends FieldValues, Read> = {
  label: string
  schema: z.ZodType<Read, Typed>
  initial: DefaultValues<Typed>
  submit: string
  sending: boolean
  failed?: string | undefined
  onSend: (read: Read) => void
  onCancel?: (() => void) | undefined
  beforeSubmit?: () => void
  /** A second way to send the same entries. */
  alsoSubmit?: { label: string; before: () => void }
  children: ReactNode
}

type Problems = Readonly<Record<string, { message?: string } | undefined>>

/** A form of a few entries: every problem is told at once, and what was typed stays until it is sent. */
export function SmallForm<Typed extends FieldValues, Read>(props: SmallFormProps<Typed, Read>) {
  const { label, schema, initial, submit, sending, failed, onSend, onCancel, children } = props
  const { beforeSubmit, alsoSubmit } = props
  const formId = useId()
  const [attempt, setAttempt] = useState(0)
  const form = useForm<Typed, unknown, Read>({
    defaultValues: initial,
    resolver: zodResolver(schema),
    shouldFocusError: false,
  })
  const { isDirty } = form.formState
  const problems = Object.entries(form.formState.errors as Problems).flatMap(([name, problem]) =>
    problem?.message ? [{ id: `${formId}-${name}`, says: problem.message }] : [],
  )
  return (
    <FormId value={formId}>
      <FormProvider {...form}>
        <form
          className="stack-close"
          noValidate
          aria-label={label}
          onSubmit={form.handleSubmit(
            (read) => (sending ? undefined : onSend(read)),
            () => setAttempt((before) => before + 1),
          )}
        >
          <ErrorSummary within={label} attempt={attempt} problems={problems} onGoTo={goTo} />
          {failed ? (
            <Failed heading="Not saved" says={`${failed} What you typed is still here.`} />
          ) : null}
          {children}
          <div className="actions">
            <button type="submit" className="button button-main" onClick={beforeSubmit}>
              {sending ? 'Saving…' : submit}
            </button>
            {alsoSubmit ? (
              <button type="submit" className="button" onClick={alsoSubmit.before}>
                {alsoSubmit.label}
              </button>
            ) : null}
            {onCancel ? (
              <button type="button" className="button button-quiet" onClick={onCancel}>
                Cancel
              </button>
            ) : null}
          </div>
        </form>
        <LeaveGuard
          isUnsaved={() => isDirty}
          says={`What you typed under “${label}” is not saved yet.`}
        />
      </FormProvider>
    </FormId>
  )
}
