import type { Referral, StoredScreening } from '@kyphoscreen/api/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { referralApi } from '../handling/referral-api.ts'
import { useAct } from '../handling/use-act.tsx'
import { outcomeWords } from '../result/wording.ts'
import { Failed } from '../ui/failed.tsx'
import { useKeyFor } from '../use-key-for.ts'
import { useKeepReferral } from './use-referral.ts'

const isReferral = (answer: Referral | StoredScreening): answer is Referral => 'version' in answer

const outcomeOf = ({ standing }: Referral) => {
  if (standing.state === 'withheld') return 'Withheld until your impression is recorded'
  return standing.state === 'screened' ? outcomeWords[standing.result.outcome] : 'Not screened'
}

/** Records the screening of today with the evidence it rests on, and opens what was recorded. */
export function RecordScreening({ referral }: { referral: Referral }) {
  const keep = useKeepReferral()
  const keyFor = useKeyFor()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { act, sending, failed, dialog } = useAct<StoredScreening>(referral, (answer) => {
    if (isReferral(answer)) keep(answer)
  })
  const opened = async (screening: StoredScreening) => {
    queries.setQueryData(['screening', screening.id], screening)
    void queries.invalidateQueries({ queryKey: ['history', screening.patientId] })
    void queries.invalidateQueries({ queryKey: ['referral', referral.id] })
    await navigate(`/patients/${screening.patientId}/screenings/${screening.id}`, {
      state: { recorded: true },
    })
  }
  const record = () =>
    act({
      send: (seen) => referralApi.recordScreening(seen, keyFor(seen.version)),
      compare: (now) => [{ label: 'Outcome', theirs: outcomeOf(now), yours: outcomeOf(referral) }],
      onDone: (screening) => void opened(screening),
    })
  return (
    <>
      {failed ? <Failed heading="Not recorded" says={failed} /> : null}
      <div className="actions">
        <button type="button" className="button button-main" onClick={record}>
          {sending ? 'Recording…' : 'Record screening'}
        </button>
      </div>
      <p className="field-hint">
        Keeps today’s findings and their evidence as they are now. A recorded screening is never
        changed.
      </p>
      {dialog}
    </>
  )
}
