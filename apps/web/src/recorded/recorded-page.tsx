import type { Patient, ScreeningHistory, StoredScreening } from '@kyphoscreen/api/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useOutletContext, useParams } from 'react-router'
import { api } from '../api.ts'
import { Loaded } from '../loaded.tsx'
import { History } from '../result/history.tsx'
import { mayRecord, useWho } from '../session.ts'
import { Failed } from '../ui/failed.tsx'
import { Notice } from '../ui/notice.tsx'
import { RecordedView } from './recorded-view.tsx'
import { WithheldView } from './withheld-view.tsx'

type Arrival = { recorded?: boolean; altered?: boolean; differs?: boolean } | null

/** One recorded screening, read from the server. */
export function RecordedPage() {
  const patient = useOutletContext<Patient>()
  const { screeningId = '' } = useParams()
  const arrival = useLocation().state as Arrival
  const who = useWho()
  const screening = useQuery({
    queryKey: ['screening', screeningId],
    queryFn: () => api.readScreening(screeningId),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const history = useQuery({
    queryKey: ['history', patient.id],
    queryFn: () => api.readHistory(patient.id),
  })
  return (
    <>
      <title>Screening · Kyphoscreen</title>
      <p className="back">
        <Link to={`/patients/${patient.id}`}>All screenings of this patient</Link>
      </p>
      {arrival?.recorded ? (
        <div className="no-print" role="status">
          <Notice>Recorded. This is the server’s own answer, as it is kept.</Notice>
        </div>
      ) : null}
      <Loaded query={screening} what="the screening">
        {(read: StoredScreening) =>
          read.patientId !== patient.id ? (
            <Failed
              heading="This screening belongs to another patient"
              says="It is not shown here. Go back and open it from the patient’s own page."
            />
          ) : 'withheld' in read ? (
            <WithheldView patient={patient} screening={read} />
          ) : (
            <RecordedView
              key={read.id}
              patient={patient}
              screening={read}
              altered={arrival?.altered === true}
              differs={arrival?.differs === true}
              mayCorrect={mayRecord(who)}
              history={
                <section className="stack-close no-print" aria-labelledby="history-heading">
                  <h2 id="history-heading">History</h2>
                  <Loaded query={history} what="the history">
                    {({ screenings }: ScreeningHistory) => (
                      <History patientId={patient.id} screenings={screenings} />
                    )}
                  </Loaded>
                </section>
              }
            />
          )
        }
      </Loaded>
    </>
  )
}
