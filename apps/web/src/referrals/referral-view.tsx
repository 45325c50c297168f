import type { Referral } from '@kyphoscreen/api/contract'
import { useCallback, useState } from 'react'
import { Link } from 'react-router'
import { usePrintNoted } from '../print-noted.ts'
import { type WhereFactIs, WhereFacts } from '../result/fact-link.tsx'
import { mayRecord, useWho } from '../session.ts'
import { Details } from './details.tsx'
import { Documents } from './documents.tsx'
import { EvidenceSection } from './evidence-section.tsx'
import { Facts } from './facts.tsx'
import { Head } from './head.tsx'
import { History } from './history.tsx'
import { Notes } from './notes.tsx'
import { OnThisPage } from './on-this-page.tsx'
import { OutcomeNow } from './outcome-now.tsx'
import { RecordedScreenings } from './recorded-screenings.tsx'
import { Reply } from './reply.tsx'
import { Tasks } from './tasks.tsx'

/** A referral: how it stands, what it rests on, what is to be done, and what has happened. */
export function ReferralView({ referral }: { referral: Referral }) {
  const mayChange = mayRecord(useWho())
  const [asked, setAsked] = useState<WhereFactIs>()
  usePrintNoted('referral', referral.id)
  const onForm = useCallback((where: WhereFactIs | undefined) => setAsked(() => where), [])
  return (
    <>
      <p className="back">
        <Link to="/worklist">Worklist</Link>
        {' · '}
        <Link to={`/patients/${referral.patient.id}`}>All about this patient</Link>
      </p>
      <Head referral={referral} mayChange={mayChange} />
      <OnThisPage mayChange={mayChange} />
      <div className="referral">
        <div className="referral-part">
          <WhereFacts value={asked ?? null}>
            <OutcomeNow referral={referral} mayChange={mayChange} />
          </WhereFacts>
          <RecordedScreenings referral={referral} />
          <Details referral={referral} mayChange={mayChange} />
          <History referral={referral} />
        </div>
        <div className="referral-part">
          {mayChange ? <EvidenceSection referral={referral} onForm={onForm} /> : null}
          <Facts referral={referral} mayChange={mayChange} />
          {mayChange ? <Reply referral={referral} /> : null}
          <Documents referral={referral} mayChange={mayChange} />
          <Tasks referral={referral} mayChange={mayChange} />
          <Notes referral={referral} mayChange={mayChange} />
        </div>
      </div>
    </>
  )
}
