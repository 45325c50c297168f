import type { Screening } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api.ts'
import { Notice } from '../ui/notice.tsx'

/** Says before a decision is made that the patient has been screened again since; the page itself says when the history cannot be loaded. */
export function NewerScreening({ screening }: { screening: Screening }) {
  const { patientId, recordedAt } = screening
  const { data } = useQuery({
    queryKey: ['history', patientId],
    queryFn: () => api.readHistory(patientId),
    staleTime: 0,
  })
  const [newest] = data?.screenings ?? []
  if (!newest || newest.recordedAt <= recordedAt) return null
  return (
    <Notice tone="warning" heading="There is a newer screening of this patient">
      Assessed on {writeDay(newest.assessedOn)}:{' '}
      <Link to={`/patients/${patientId}/screenings/${newest.id}`}>open the newest screening</Link>{' '}
      before you decide on this one.
    </Notice>
  )
}
