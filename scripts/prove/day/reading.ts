import { meetingFindings } from '../../../apps/api/test/running-app.ts'
import { listAsked } from '../../../apps/api/test/worklist-asked.ts'
import { type Act, anybody, done } from './acting.ts'

type Row = { id: string; patient: { id: string } }

const ofPatient =
  (path: string, action: Parameters<typeof done>[2]['action']): Act =>
  (acting) => {
    const patient = acting.chance.of(acting.patients)
    const on = `patient/${patient}` as const
    const told = { ...(action && { action }), on, patient }
    return acting.clinic.does(done(anybody(acting), ['GET', `/patients/${patient}${path}`], told))
  }

const texts = ['Quill', 'DEMO-1', 'a', 'nobody is called this']

const search: Act = (acting) =>
  acting.clinic.does({
    as: anybody(acting),
    send: ['POST', '/patients/search', { text: acting.chance.of(texts) }],
    status: 200,
    told: ({ body }) => [
      { action: 'patients-searched', shown: body.patients.map(({ id }: { id: string }) => id) },
    ],
  })

const worklist: Act = (acting) => {
  const asked = { ...listAsked(acting.chance.of(['open', 'done'])), size: 50, page: 'first' }
  return acting.clinic.does({
    as: anybody(acting),
    send: ['POST', '/referrals/search', asked],
    status: 200,
    told: ({ body }) => [
      { action: 'worklist-viewed', shown: body.rows.map(({ patient }: Row) => patient.id) },
    ],
  })
}

const evaluation: Act = (acting) =>
  acting.clinic.does(
    done(anybody(acting), ['POST', '/evaluations', meetingFindings], {
      action: 'findings-evaluated',
    }),
  )

const screening: Act = (acting) => {
  const { id, patientId: patient } = acting.chance.of(acting.screenings)
  const told = { action: 'screening-viewed', on: `screening/${id}`, patient } as const
  return acting.clinic.does(done(anybody(acting), ['GET', `/screenings/${id}`], told))
}

const decisions: Act = (acting) => {
  const { id, patientId: patient } = acting.chance.of(acting.screenings)
  const told = { action: 'decisions-viewed', on: `screening/${id}`, patient } as const
  return acting.clinic.does(done(anybody(acting), ['GET', `/screenings/${id}/decisions`], told))
}

const referral: Act = (acting) => {
  const { id, patient } = acting.chance.of(acting.referrals)
  const told = { action: 'referral-viewed', on: `referral/${id}`, patient: patient.id } as const
  return acting.clinic.does(done(anybody(acting), ['GET', `/referrals/${id}`], told))
}

const reply: Act = (acting) => {
  const { id, patient } = acting.chance.of(acting.referrals)
  const told = {
    action: 'referral-reply-viewed',
    on: `referral/${id}`,
    patient: patient.id,
  } as const
  return acting.clinic.does(done(anybody(acting), ['GET', `/referrals/${id}/reply`], told))
}

const quietPaths = ['/people', '/session', '/settings', '/views', '/ruleset', '/health/ready']

const quiet: Act = (acting) =>
  acting.clinic.does({
    as: anybody(acting),
    send: ['GET', acting.chance.of(quietPaths)],
    status: 200,
    told: () => [],
  })

/** Looking at something, each with how often it is done beside the others. */
export const reading: readonly [times: number, act: Act][] = [
  [12, ofPatient('', 'patient-viewed')],
  [8, ofPatient('/screenings', 'patient-history-viewed')],
  [6, ofPatient('/referrals', 'patient-referrals-viewed')],
  [8, search],
  [8, worklist],
  [5, evaluation],
  [7, screening],
  [4, decisions],
  [6, referral],
  [3, reply],
  [4, quiet],
]
