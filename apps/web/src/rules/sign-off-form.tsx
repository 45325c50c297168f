import type { RulesetVersion, SignOff } from '@kyphoscreen/api/contract'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { z } from 'zod'
import { explainConfirmed, ForgetPassword } from '../handling/confirm-again.tsx'
import { PasswordEntry, ProseEntry } from '../handling/form-entries.tsx'
import { SmallForm } from '../handling/small-form.tsx'
import { neededText } from '../handling/typed.ts'
import { signOffApi } from '../reading.ts'
import { useConfirmed } from './use-confirmed.ts'

const longest = 2000
const blank = { text: '', password: '' }

const typed = (needed: string) =>
  z.object({
    text: neededText(needed, longest),
    password: z.string().min(1, { error: 'Type your password.' }).max(1024),
  })

const signing = typed('Say what was read, and on what the sign-off rests.')
const withdrawing = typed('Say why it is withdrawn.')

type Read = z.infer<typeof signing>

type ConfirmedFormProps = {
  label: string
  schema: typeof signing
  submit: string
  act: { isPending: boolean; error: unknown; mutate: (read: Read) => void }
  onCancel: () => void
  children: ReactNode
}

/** A text and the password again; what was typed stays until it is recorded, the password does not. */
const ConfirmedForm = ({ act, children, ...form }: ConfirmedFormProps) => (
  <SmallForm
    {...form}
    initial={blank}
    sending={act.isPending}
    failed={act.error ? `${explainConfirmed(act.error)} Type your password again.` : undefined}
    onSend={act.mutate}
  >
    {children}
    <PasswordEntry
      name="password"
      label="Your password"
      hint="It confirms that this is you, and is not kept."
    />
    <ForgetPassword error={act.error} />
  </SmallForm>
)

type FormProps = { onRecorded: () => void; onCancel: () => void }

/** Signs off the version that is shown, with a note and the password. */
export function SignOffForm({ ruleset, ...on }: FormProps & { ruleset: RulesetVersion }) {
  const act = useConfirmed<{ text: string }>(
    ({ text: note, password }, key) => signOffApi.sign({ ruleset, note, password }, key),
    on.onRecorded,
  )
  return (
    <ConfirmedForm
      label="Sign off this version"
      schema={signing}
      submit="Sign off"
      act={act}
      onCancel={on.onCancel}
    >
      <p>
        Signing off says that you have read this version and hold its reading of the sources for
        right. Read the <Link to="/rules/atlas">decision atlas</Link> first: it is the whole rule
        set. Every result says from now on who signed off, and when.
      </p>
      <ProseEntry
        name="text"
        label="What was read, and on what this rests"
        hint="Who else read it, and any reservation."
      />
    </ConfirmedForm>
  )
}

/** Withdraws a sign-off, with the reason and the password. */
export function WithdrawForm({ signOff, ...on }: FormProps & { signOff: SignOff }) {
  const act = useConfirmed<{ text: string }>(
    ({ text: reason, password }, key) => signOffApi.withdraw(signOff.id, { reason, password }, key),
    on.onRecorded,
  )
  return (
    <ConfirmedForm
      label="Withdraw the sign-off"
      schema={withdrawing}
      submit="Withdraw"
      act={act}
      onCancel={on.onCancel}
    >
      <p>
        The sign-off stays on record as withdrawn, and results say again that this is a draft
        reading, until a surgeon signs off.
      </p>
      <ProseEntry name="text" label="Why it is withdrawn" />
    </ConfirmedForm>
  )
}
