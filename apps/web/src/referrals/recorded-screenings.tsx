import type { Referral, ScreeningHistory } from '@kyphoscreen/api/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { Loaded } from '../loaded.tsx'
import { History } from '../result/history.tsx'
import { Panel } from './panel.tsx'

/** The screenings that were recorded from a referral, newest first, with what was decided on each. */
export function RecordedScreenings({ referral: { id, patient } }: { referral: Referral }) {
  const history = useQuery({
    queryKey: ['history', patient.id],
    queryFn: () => api.readHistory(patient.id),
  })
  return (
    <Panel heading="Recorded screenings and decisions">
      <Loaded query={history} what="the recorded screenings">
        {({ screenings }: ScreeningHistory) => {
          const own = screenings.filter(({ referralId }) => referralId === id)
          return own.length === 0 ? (
            <p className="fine">No screening has been recorded from this referral.</p>
          ) : (
            <History patientId={patient.id} screenings={own} />
          )
        }}
      </Loaded>
    </Panel>
  )
}
