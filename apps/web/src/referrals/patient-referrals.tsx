import type { PatientReferrals as Found, Patient } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import { useQuery } from '@tanstack/react-query'
import { Link, useOutletContext } from 'react-router'
import { writeDue } from '../handling/due.ts'
import { referralApi } from '../handling/referral-api.ts'
import { stateWords, writeStanding } from '../handling/wording.ts'
import { Loaded } from '../loaded.tsx'
import { mayRecord, useWho } from '../session.ts'
import { today } from '../today.ts'
import { PlusIcon } from '../ui/icons.tsx'

type Line = Found['referrals'][number]

const writeLine = ({ state, outcome, urgent, conflicts, dueOn }: Line) =>
  [
    stateWords[state],
    `${urgent ? 'Urgent: ' : ''}${writeStanding(outcome)}`,
    conflicts > 0 ? `${conflicts} in conflict` : null,
    dueOn && state !== 'decided' && state !== 'closed' ? writeDue(dueOn, today()) : null,
  ]
    .filter((part) => part !== null)
    .join(' · ')

const Lines = ({ referrals }: Found) =>
  referrals.length === 0 ? (
    <p className="empty">No referral of this patient yet.</p>
  ) : (
    <ul className="history">
      {referrals.map((referral) => (
        <li key={referral.id} className="history-entry">
          <div>
            <Link to={`/referrals/${referral.id}`} className="history-link">
              Referral of {writeDay(referral.receivedOn)}
            </Link>
            <p>{writeLine(referral)}</p>
            <p className="fine">
              From {referral.referrerName}
              {referral.referrerOrganisation ? `, ${referral.referrerOrganisation}` : ''}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )

/** The referrals of a patient, newest first, and the way to take in another. */
export function PatientReferrals() {
  const patient = useOutletContext<Patient>()
  const who = useWho()
  const referrals = useQuery({
    queryKey: ['referrals-of', patient.id],
    queryFn: () => referralApi.ofPatient(patient.id),
  })
  return (
    <section className="stack" aria-labelledby="referrals-heading">
      <div className="page-head">
        <h2 id="referrals-heading">Referrals</h2>
        {mayRecord(who) ? (
          <Link className="button" to="referrals/new">
            <PlusIcon /> New referral
          </Link>
        ) : null}
      </div>
      <Loaded query={referrals} what="the referrals of this patient">
        {(read: Found) => <Lines referrals={read.referrals} />}
      </Loaded>
    </section>
  )
}
