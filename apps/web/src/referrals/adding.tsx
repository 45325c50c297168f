import type { Referral } from '@kyphoscreen/api/contract'
import type { ReactNode } from 'react'
import type { DefaultValues, FieldValues } from 'react-hook-form'
import type { z } from 'zod'
import type { Compared } from '../handling/changed-meanwhile.ts'
import type { Seen } from '../handling/referral-api.ts'
import { SmallForm } from '../handling/small-form.tsx'
import { useAct } from '../handling/use-act.tsx'
import { Opened } from '../ui/opened.tsx'
import { useKeyFor } from '../use-key-for.ts'
import { useKeepReferral } from './use-referral.ts'

type AddingProps<Typed extends FieldValues, Body> = {
  referral: Referral
  /** What is added, `a note`. */
  what: string
  schema: z.ZodType<Body, Typed>
  initial: DefaultValues<Typed>
  send: (seen: Seen, body: Body, key: string) => Promise<Referral>
  compare: (body: Body, now: Referral) => readonly Compared[]
  children: ReactNode
}

function AddingForm<Typed extends FieldValues, Body>(
  props: AddingProps<Typed, Body> & { onClose: () => void },
) {
  const { referral, what, schema, initial, send, compare, children, onClose } = props
  const keyFor = useKeyFor()
  const { act, sending, failed, dialog } = useAct<Referral>(referral, useKeepReferral())
  return (
    <>
      <SmallForm
        label={`Add ${what}`}
        schema={schema}
        initial={initial}
        submit={`Add ${what}`}
        sending={sending}
        failed={failed}
        onSend={(body) =>
          act({
            send: (seen) => send(seen, body, keyFor(body)),
            compare: (now) => compare(body, now),
            onDone: onClose,
            onDropped: onClose,
          })
        }
        onCancel={onClose}
      >
        {children}
      </SmallForm>
      {dialog}
    </>
  )
}

/** A button that opens a form in its place, which adds something to a referral. */
export const Adding = <Typed extends FieldValues, Body>(props: AddingProps<Typed, Body>) => (
  <Opened label={`Add ${props.what}…`}>
    {(close) => <AddingForm {...props} onClose={close} />}
  </Opened>
)
