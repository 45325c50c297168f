import type { Patient, SavedDraft, Screening, StoredScreening } from '@kyphoscreen/api/contract'
import { type Findings, screen } from '@kyphoscreen/rules'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useOutletContext, useSearchParams } from 'react-router'
import { api } from '../api.ts'
import { canonicalJson } from '../canonical-json.ts'
import { Loaded } from '../loaded.tsx'
import { mayRecord, useWho } from '../session.ts'
import { today } from '../today.ts'
import { Notice } from '../ui/notice.tsx'
import { Opening } from './opening.tsx'
import type { OnRecorded } from './screening-form.tsx'
import './screening.css'

const differsFromPreview = ({ result }: Screening, sent: Findings) =>
  canonicalJson(result) !== canonicalJson(screen(sent))

/** A new screening of a patient: reads the draft and the screening it corrects, and records. */
export function ScreeningPage() {
  const patient = useOutletContext<Patient>()
  const [parameters] = useSearchParams()
  const from = parameters.get('from')
  const who = useWho()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [day] = useState(today)
  const draft = useQuery({
    queryKey: ['draft', patient.id],
    queryFn: () => api.readDraft(patient.id),
    enabled: mayRecord(who),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const corrected = useQuery({
    queryKey: ['screening', from],
    queryFn: async () => (from === null ? null : api.readScreening(from)),
    enabled: mayRecord(who),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const recorded: OnRecorded = async (screening, sent, draftStopped) => {
    queries.setQueryData(['screening', screening.id], screening)
    void queries.invalidateQueries({ queryKey: ['history', patient.id] })
    draftStopped.then(() => api.discardDraft(patient.id)).catch(() => undefined)
    const altered = canonicalJson(screening.findings) !== canonicalJson(sent)
    const differs = !('withheld' in screening) && differsFromPreview(screening, sent)
    await navigate(`/patients/${patient.id}/screenings/${screening.id}`, {
      state: { recorded: true, altered, differs },
    })
  }

  return (
    <>
      <title>New screening · Kyphoscreen</title>
      <h1>New screening</h1>
      {mayRecord(who) ? (
        <Loaded query={draft} what="the unfinished screening">
          {(saved: SavedDraft | null) => (
            <Loaded query={corrected} what="the screening to correct">
              {(source: StoredScreening | null) => (
                <Opening
                  patientId={patient.id}
                  chart={{ birthDate: patient.birthDate, today: day }}
                  draft={saved}
                  source={source}
                  onRecorded={recorded}
                />
              )}
            </Loaded>
          )}
        </Loaded>
      ) : (
        <Notice>Surgeons and navigators record screenings; your role reads them.</Notice>
      )}
    </>
  )
}
