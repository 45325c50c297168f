import type { NewReferral, Patient, Referral } from '@kyphoscreen/api/contract'
import { useMutation } from '@tanstack/react-query'
import { useNavigate, useOutletContext } from 'react-router'
import { referralApi } from '../handling/referral-api.ts'
import { explainRefusal } from '../handling/refusal.ts'
import { SmallForm } from '../handling/small-form.tsx'
import { mayRecord, useWho } from '../session.ts'
import { taken } from '../ui/leave-question.tsx'
import { Notice } from '../ui/notice.tsx'
import { useKeyFor } from '../use-key-for.ts'
import { ReferralFields } from './referral-fields.tsx'
import { type ReferralRead, ReferralTyped } from './referral-typed.ts'
import { useKeepReferral } from './use-referral.ts'

const blank: ReferralTyped = {
  name: '',
  organisation: '',
  phone: '',
  fax: '',
  receivedOn: 'today',
  reason: '',
  priority: 'routine',
  ownerId: '',
  dueOn: '',
}

function NewReferralForm({ patient }: { patient: Patient }) {
  const navigate = useNavigate()
  const keep = useKeepReferral()
  const keyFor = useKeyFor()
  const receive = useMutation({
    mutationFn: (body: NewReferral) => referralApi.receive(body, keyFor(body)),
    onSuccess: async (referral: Referral) => {
      keep(referral)
      await navigate(`/referrals/${referral.id}`, taken)
    },
  })
  const send = (read: ReferralRead) =>
    receive.mutate({ ...read, patientId: patient.id, externalId: null })
  return (
    <SmallForm
      label="New referral"
      schema={ReferralTyped}
      initial={blank}
      submit="Take in the referral"
      sending={receive.isPending}
      failed={receive.isError ? explainRefusal(receive.error) : undefined}
      onSend={send}
    >
      <ReferralFields owner={null} />
    </SmallForm>
  )
}

/** Takes in a referral of a patient, and opens it. */
export function NewReferralPage() {
  const patient = useOutletContext<Patient>()
  const who = useWho()
  return (
    <>
      <title>New referral · Kyphoscreen</title>
      <h1>New referral</h1>
      {mayRecord(who) ? (
        <NewReferralForm patient={patient} />
      ) : (
        <Notice>Surgeons and navigators take in referrals; your role reads them.</Notice>
      )}
    </>
  )
}
