import type { Referral, ReferralState } from '@kyphoscreen/api/contract'
import { z } from 'zod'
import { Dialog } from '../ui/dialog.tsx'
import { useKeyFor } from '../use-key-for.ts'
import { ProseEntry } from './form-entries.tsx'
import { referralApi } from './referral-api.ts'
import { SmallForm } from './small-form.tsx'
import { suggestedWhy } from './suggested-why.ts'
import { neededText } from './typed.ts'
import { useAct } from './use-act.tsx'
import { stateWords } from './wording.ts'

const Why = z.object({ why: neededText('Say why, in a few words.', 1000) })

type StepDialogProps = {
  referral: Pick<Referral, 'id' | 'version' | 'state' | 'changedAt'>
  to: ReferralState
  /** What is suggested as the reason, where more is known than the step alone. */
  why?: string
  onAnswer: (referral: Referral) => void
  onClose: () => void
}

/** Asks why a referral takes a step, and takes it. */
export function StepDialog(props: StepDialogProps) {
  const { referral, to, why: suggested = suggestedWhy[to], onAnswer, onClose } = props
  const keyFor = useKeyFor()
  const { act, sending, failed, dialog } = useAct<Referral>(referral, onAnswer)
  const send = ({ why }: { why: string }) =>
    act({
      send: (seen) => referralApi.step(seen, { to, why }, keyFor({ to, why })),
      compare: (now) => [
        { label: 'State', theirs: stateWords[now.state], yours: stateWords[to] },
        { label: 'Why', theirs: '', yours: why },
      ],
      onDone: onClose,
      onDropped: onClose,
    })
  return (
    <Dialog heading={stateWords[to]} onDismiss={onClose}>
      <p>
        From {stateWords[referral.state]} to {stateWords[to]}.
      </p>
      <SmallForm
        label={`Move to ${stateWords[to]}`}
        schema={Why}
        initial={{ why: suggested }}
        submit={`Move to ${stateWords[to]}`}
        sending={sending}
        failed={failed}
        onSend={send}
        onCancel={onClose}
      >
        <ProseEntry name="why" label="Why" hint="Change the words as you like." />
      </SmallForm>
      {dialog}
    </Dialog>
  )
}
